import { toCsv } from '#libs/kernel';
import type { CityFacts } from '../app/city-facts.js';
import type { Setting } from './city-page.js';

/** A text and the language it is in; null where it is in none, like a code or a number. */
interface Fact {
  readonly field: string;
  /** BCP 47. */
  readonly language: string | null;
  readonly value: string | number;
}

/** The public facts of a city for programs. Nothing its people wrote for members, and nobody's name. */
export function cityFile({ city, country, opportunities }: CityFacts, { site }: Setting): object {
  return {
    url: `${site}/cities/${city.slug}`,
    slug: city.slug,
    name: city.name,
    nameLocal: city.nameLocal && { language: city.languages[0] ?? null, text: city.nameLocal },
    country: { code: city.country, names: namesOf(country) },
    adminRegion: city.adminRegion,
    latitude: city.lat,
    longitude: city.lon,
    populationApprox: city.populationApprox,
    languages: city.languages,
    tpoMembership: city.tpoMembership,
    certainty: city.certainty,
    fictional: city.fictional,
    opportunities: opportunities.map(({ title, language }) => ({ language, title })),
  };
}

/** The same for spreadsheets: a line for each fact, with the language of each text. */
export function cityTable(facts: CityFacts, setting: Setting): string {
  const rows = factsOf(facts, setting).map(({ field, language, value }) => [field, language ?? '', value]);
  return toCsv([['field', 'language', 'value'], ...rows]);
}

function factsOf({ city, country, opportunities }: CityFacts, { site }: Setting): Fact[] {
  const fact = (field: string, value: string | number | null, language: string | null = null): Fact[] =>
    value === null ? [] : [{ field, language, value }];
  return [
    ...fact('url', `${site}/cities/${city.slug}`),
    ...fact('name', city.name),
    ...fact('name_local', city.nameLocal, city.languages[0] ?? null),
    ...fact('country', city.country),
    ...Object.entries(namesOf(country)).flatMap(([tag, name]) => fact('country_name', name, tag)),
    ...fact('admin_region', city.adminRegion),
    ...fact('latitude', city.lat),
    ...fact('longitude', city.lon),
    ...fact('population_approx', city.populationApprox),
    ...city.languages.flatMap((tag) => fact('language', tag)),
    ...fact('tpo_membership', city.tpoMembership),
    ...fact('certainty', city.certainty),
    ...fact('fictional', city.fictional ? 'yes' : 'no'),
    ...opportunities.flatMap(({ title, language }) => fact('opportunity', title, language)),
  ];
}

/** By language. */
function namesOf(country: CityFacts['country']): Record<string, string> {
  return Object.fromEntries(Object.entries(country?.texts ?? {}).map(([tag, { text }]) => [tag, text]));
}
