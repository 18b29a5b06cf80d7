import { readLocalized } from '#libs/kernel';
import type { CountryOfCities } from '../app/city-facts.js';
import type { Setting } from './city-page.js';
import { type Markup, markup } from './markup.js';
import { page } from './page-frame.js';
import { PAGE_WORDS } from './page-words.js';

/** Every city of the network on one page, by country in the order of the reader's language. */
export function cityListPage(countries: readonly CountryOfCities[], { language, site }: Setting): string {
  const words = PAGE_WORDS[language];
  const named = countries
    .map(({ code, name, cities }) => ({
      code,
      name: name ? readLocalized(name, language).text : code,
      cities,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
  const sections = named.map(
    ({ code, name, cities }) =>
      markup`<section class="country" id="${code}"><h2>${name}</h2><ul>${cities.map(
        (city) =>
          markup`<li><a href="/cities/${city.slug}?lang=${language}">${city.name}</a>${
            city.tpoMembership === 'candidate' && markup` <span>${words.memberships.candidate}</span>`
          }</li>`,
      )}</ul></section>`,
  );
  return page(
    {
      language,
      title: words.cities,
      description: words.lead,
      path: '/cities',
      site,
      isLasting: true,
    },
    markup`<h1>${words.cities}</h1><p class="lead">${words.citiesLead}</p><div class="countries">${sections}</div>`,
  );
}

/** For an address no city has; says nothing of the address itself. */
export function missingCityPage({ language, site }: Setting): string {
  const words = PAGE_WORDS[language];
  const content: Markup = markup`<h1>${words.missing}</h1><p class="lead">${words.missingLead}</p>
<a class="button first" href="/cities?lang=${language}">${words.toCities}</a>`;
  return page(
    { language, title: words.missing, description: words.lead, path: '/cities', site, isLasting: false },
    content,
  );
}
