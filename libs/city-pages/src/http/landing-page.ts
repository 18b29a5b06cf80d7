import { readLocalized } from '#libs/kernel';
import type { CountryOfCities } from '../app/city-facts.js';
import type { Setting } from './city-page.js';
import { LANDING_WORDS, type LandingWords } from './landing-words.js';
import { jsonLd, Markup, markup } from './markup.js';
import { page } from './page-frame.js';
import { PAGE_WORDS } from './page-words.js';
import { pointsOf, REGION_MAP, regionOutline } from './region-map.js';

/** What stands at `/` for visitors: what TTN is, for whom, how large, where, and the two doors. */
export function landingPage(countries: readonly CountryOfCities[], setting: Setting): string {
  const { language, site, network } = setting;
  const words = LANDING_WORDS[language];
  const cities = countries.flatMap(({ cities: all }) => all);
  const members = cities.filter(({ tpoMembership }) => tpoMembership === 'city_member');
  const numbered = (count: number): string => count.toLocaleString(language);
  const candidates = cities.length - members.length;
  const figures: (readonly [count: number, of: string])[] = [
    [members.length, words.members],
    [new Set(members.map(({ country }) => country)).size, words.countries],
    [candidates, words.candidates],
  ];
  const content = markup`<div class="hero"><div><h1>${words.heading}</h1>
<p class="lead">${words.lead(network)}</p>
<p><a class="button first" href="/register">${words.apply}</a><a class="button" href="/sign-in">${PAGE_WORDS[language].signIn}</a></p></div>
<svg class="region" viewBox="0 0 ${REGION_MAP.width} ${REGION_MAP.height}" role="img" aria-label="${words.map(numbered(members.length))}">
<defs><path id="points" d="${pointsOf(members)}"/></defs>
<path class="land" d="${regionOutline()}"/><use href="#points" class="halo"/><use href="#points" class="points"/></svg>
</div>
<h2 class="hidden">${words.figures}</h2>
<dl class="figures">${figures
    .filter(([count]) => count > 0)
    .map(([count, of]) => markup`<div><dd>${numbered(count)}</dd><dt>${of}</dt></div>`)}</dl>
<h2>${words.forWhom}</h2><div class="three">${pairs(words.audiences)}</div>
<h2>${words.how}</h2><ol class="three">${words.steps.map(
    ([what, more]) => markup`<li><h3>${what}</h3><p>${more}</p></li>`,
  )}</ol>
<h2>${words.ways}</h2><p class="lead">${words.waysLead}</p><div class="two">${pairs(words.eachWay)}</div>
<h2>${words.where}</h2>${countryList(countries, setting)}`;
  const head = jsonLd({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: words.title,
    alternateName: 'TTN',
    url: `${site}/`,
    inLanguage: language,
    publisher: { '@type': 'Organization', name: network },
  });
  return page(
    {
      language,
      title: words.title,
      description: words.heading,
      path: '/',
      site,
      head,
      style: STYLE,
      isLasting: true,
    },
    content,
  );
}

function pairs(all: LandingWords['audiences']): Markup[] {
  return all.map(([what, more]) => markup`<section><h3>${what}</h3><p>${more}</p></section>`);
}

/** The twin of the map: each country with the number of its member cities, most first. */
function countryList(countries: readonly CountryOfCities[], { language }: Setting): Markup {
  const counted = countries
    .map(({ code, name, cities }) => ({
      code,
      name: name ? readLocalized(name, language).text : code,
      count: cities.filter(({ tpoMembership }) => tpoMembership === 'city_member').length,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name, language));
  return markup`<ul class="where">${counted.map(
    ({ code, name, count }) =>
      markup`<li><a href="/cities?lang=${language}#${code}">${name}</a> <span>${count.toLocaleString(language)}</span></li>`,
  )}</ul>`;
}

const STYLE = new Markup(`
.hero{display:grid;gap:1.5rem;align-items:center;padding:1.5rem 0}
@media(min-width:56rem){.hero{grid-template-columns:5fr 6fr;gap:2rem}}
.hero h1{font-size:clamp(1.75rem,4vw,2.25rem);line-height:1.25;text-wrap:balance}
:lang(ko) .hero h1{text-wrap:wrap}
.hero .lead{margin:1rem 0 .5rem}
.region{display:block;width:100%;height:auto}
.region .land{fill:var(--line);stroke:none}
.halo,.points{fill:none;stroke-linecap:round;vector-effect:non-scaling-stroke}
#points{vector-effect:non-scaling-stroke}
.halo{stroke:var(--page);stroke-width:7}
.points{stroke:var(--brand);stroke-width:4.5}
.figures{display:flex;flex-wrap:wrap;gap:1rem 3rem;padding:1.25rem 0;border:solid var(--line);border-width:1px 0}
.figures div{display:flex;flex-direction:column}
.figures dd{margin:0;font-size:2.25rem;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums}
.figures dt{font-size:1rem}
main>h2{margin:2.5rem 0 .75rem;font-size:1.25rem}
main>.lead{margin:-.5rem 0 .75rem}
h3{margin:0 0 .25rem;font-size:1rem}
.three,.two{display:grid;gap:1rem;padding:0}
@media(min-width:44rem){.three{grid-template-columns:repeat(3,1fr)}.two{grid-template-columns:repeat(2,1fr)}}
ol.three{counter-reset:step;margin:0}
ol.three li{padding:1rem 0 0;border-top:2px solid var(--brand);counter-increment:step}
ol.three h3::before{content:counter(step) ". "}
.where{columns:11rem;column-gap:1.5rem}
.where li{display:flex;justify-content:space-between;padding:.25rem 0;border:0;break-inside:avoid}
.where a{min-height:1.75rem}
.where span{color:var(--muted);font-variant-numeric:tabular-nums}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
`);
