import type { UiLanguage } from '#libs/contracts';
import { readLocalized } from '#libs/kernel';
import type { CityFacts } from '../app/city-facts.js';
import { coastAround, LOCATOR } from './locator-map.js';
import { jsonLd, type Markup, markup } from './markup.js';
import { page } from './page-frame.js';
import { PAGE_WORDS, type PageWords } from './page-words.js';

/** Where the page stands and who speaks. */
export interface Setting {
  readonly language: UiLanguage;
  /** Origin of the site, without a slash at its end. */
  readonly site: string;
  /** The organization behind the network, by its configured name. */
  readonly network: string;
}

/** The page of one city: for visitors, and as structured data for search engines. */
export function cityPage(facts: CityFacts, setting: Setting): string {
  const { language, site } = setting;
  const words = PAGE_WORDS[language];
  const { city } = facts;
  const country = countryName(facts, language);
  const path = `/cities/${city.slug}`;
  const description = [city.name, city.adminRegion, country, words.memberships[city.tpoMembership]]
    .filter((part, index, all) => part && all.indexOf(part) === index)
    .join(' · ');
  const content = markup`<h1>${city.name}${localName(facts)}</h1>
<p class="lead">${description}${city.fictional && ` · ${words.fictional}`}</p>
<div class="sheets">
<section><h2>${words.facts}</h2><dl>${factsOf(facts, language)}</dl>
<p>${words.data}: <a href="${path}/city.json" download="${city.slug}.json">${words.dataJson}</a> · <a href="${path}/city.csv" download="${city.slug}.csv">${words.dataCsv}</a></p></section>
${mapOf(facts, words)}
<section><h2>${words.opportunities}</h2>${opportunitiesOf(facts, words)}</section>
<section><h2>${words.work}</h2><p>${words.workLead}</p>
<a class="button first" href="/register">${words.register}</a><a class="button" href="/sign-in">${words.signIn}</a>
</section>
</div>`;
  const url = `${site}${path}`;
  const head = markup`<link rel="alternate" type="application/json" href="${url}/city.json">${jsonLd(destination(facts, setting, url))}`;
  return page({ language, title: city.name, description, path, site, head, isLasting: true }, content);
}

function localName({ city }: CityFacts): Markup | null {
  if (!city.nameLocal || city.nameLocal === city.name) return null;
  return markup`<span lang="${city.languages[0] ?? ''}" dir="auto">${city.nameLocal}</span>`;
}

function factsOf(facts: CityFacts, language: UiLanguage): Markup[] {
  const { city } = facts;
  const words = PAGE_WORDS[language];
  const languageNames = new Intl.DisplayNames([language], { type: 'language' });
  const spoken = city.languages.map((tag) => languageNames.of(tag) ?? tag);
  const population = city.populationApprox?.toLocaleString(language);
  const stated: [name: string, value: string | null | undefined][] = [
    [words.country, countryName(facts, language)],
    [words.region, city.adminRegion],
    [words.languages, new Intl.ListFormat(language).format(spoken)],
    [words.population, population === undefined ? null : words.about(population)],
    [words.membership, words.memberships[city.tpoMembership]],
    [words.certainty, city.certainty && words.certainties[city.certainty]],
  ];
  return stated.flatMap(([name, value]) => (value ? [markup`<dt>${name}</dt><dd>${value}</dd>`] : []));
}

function mapOf({ city }: CityFacts, words: PageWords): Markup | null {
  if (city.lon === null || city.lat === null) return null;
  const { width, height } = LOCATOR;
  return markup`<section class="map"><h2>${words.map}</h2>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${words.mapOf(city.name)}">
<path class="land" d="${coastAround(city.lon, city.lat)}"/>
<circle class="dot" cx="${width / 2}" cy="${height / 2}" r="7"/></svg></section>`;
}

function opportunitiesOf({ opportunities }: CityFacts, words: PageWords): Markup {
  if (opportunities.length === 0) return markup`<p>${words.noOpportunities}</p>`;
  const rows = opportunities.map(
    ({ title, language }) => markup`<li lang="${language}" dir="auto">${title}</li>`,
  );
  return markup`<ul>${rows}</ul>`;
}

function countryName({ country, city }: CityFacts, language: UiLanguage): string {
  return country ? readLocalized(country, language).text : city.country;
}

/** schema.org/TouristDestination. */
function destination(facts: CityFacts, { network }: Setting, url: string): object {
  const { city } = facts;
  return {
    '@context': 'https://schema.org',
    '@type': 'TouristDestination',
    '@id': url,
    url,
    name: city.name,
    ...(city.nameLocal && { alternateName: city.nameLocal }),
    address: {
      '@type': 'PostalAddress',
      addressCountry: city.country,
      ...(city.adminRegion && { addressRegion: city.adminRegion }),
    },
    ...(city.lat !== null &&
      city.lon !== null && {
        geo: { '@type': 'GeoCoordinates', latitude: city.lat, longitude: city.lon },
      }),
    ...(city.tpoMembership === 'city_member' && {
      memberOf: { '@type': 'Organization', name: network },
    }),
  };
}
