import type { MatchParty, Weighted } from '../party.js';
import { conceptFact, fact, type Facts } from '../reasons.js';
import type { MatchSpec } from '../spec.js';
import type { Feature } from './feature.js';

interface Answer {
  readonly value: number;
  readonly facts: Facts;
}

const NOWHERE: Answer = { value: 0, facts: { ours: [], theirs: [] } };

function answer(
  type: 'city' | 'country',
  sought: readonly Weighted[],
  actual: string | undefined,
  worth: number,
): Answer {
  const match = sought.find(({ id }) => id === actual);
  if (match === undefined) return NOWHERE;
  return {
    value: match.weight * worth,
    facts: { ours: [conceptFact(`${type}_sought`, match)], theirs: [fact(type, match.id)] },
  };
}

function whereIs(giver: MatchParty, seeker: MatchParty, spec: MatchSpec): Answer {
  const byCity = answer('city', seeker.sought?.cities ?? [], giver.city, 1);
  const byCountry = answer('country', seeker.sought?.countries ?? [], giver.country, spec.sameCountry);
  return byCity.value >= byCountry.value ? byCity : byCountry;
}

/** Is the counterpart where it is wanted: in the very city, or at least in the country? */
export const placeSought: Feature = ({ seeker, giver, spec }) => {
  const wishes = (seeker.sought?.cities ?? []).length + (seeker.sought?.countries ?? []).length;
  if (wishes === 0) return undefined;
  if (giver.city === undefined && giver.country === undefined) return { side: 'giver', what: 'place' };
  return { code: 'place_sought', ...whereIs(giver, seeker, spec) };
};
