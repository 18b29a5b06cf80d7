import type { Weighted } from '../party.js';
import { conceptFact, fact } from '../reasons.js';
import type { Feature } from './feature.js';

const weightOf = (list: readonly Weighted[] | undefined, id: string | undefined): Weighted | undefined =>
  id === undefined ? undefined : list?.find((entry) => entry.id === id);

/** Is the counterpart where it is wanted: in the very city, or at least in the country? */
export const placeSought: Feature = ({ seeker, giver, spec }) => {
  const { cities = [], countries = [] } = seeker.sought ?? {};
  if (cities.length + countries.length === 0) return undefined;
  if (giver.city === undefined && giver.country === undefined) return { side: 'giver', what: 'place' };
  const city = weightOf(cities, giver.city);
  const country = weightOf(countries, giver.country);
  const byCity = city?.weight ?? 0;
  const byCountry = (country?.weight ?? 0) * spec.sameCountry;
  const isCity = city !== undefined && byCity >= byCountry;
  const sought = isCity
    ? [conceptFact('city_sought', city)]
    : country === undefined
      ? []
      : [conceptFact('country_sought', country)];
  const place = isCity ? [fact('city', city.id)] : country === undefined ? [] : [fact('country', country.id)];
  return { code: 'place_sought', value: Math.max(byCity, byCountry), facts: { ours: sought, theirs: place } };
};
