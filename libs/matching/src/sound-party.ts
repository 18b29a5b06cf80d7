import type { Budget, MatchParty, PartyConcepts, Period, Weighted } from './party.js';

/*
 * What cannot be meant as it is written is read by rule, and never refused: one party's slip must not cost the others
 * their matches. A weight above 1 is 1, one that is no number above 0 is not meant; what is listed twice counts once,
 * as surely as the surest; a month, capacity or amount that cannot be, a period that is no date or ends before it
 * begins, and a list of nothing but such, are not stated.
 */

const LAST_MONTH = 12;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

/** The party itself where nothing is wrong with it, else one with the same facts as far as they can be meant. */
export function soundParty(party: MatchParty): MatchParty {
  return isSound(party) ? party : repaired(party);
}

const CONCEPT_LISTS: readonly (keyof PartyConcepts)[] = [
  'offers',
  'seeks',
  'themes',
  'sectors',
  'markets',
  'areas',
  'certifications',
];

function isSound(party: MatchParty): boolean {
  for (const list of CONCEPT_LISTS) if (!areSound(party.concepts[list])) return false;
  return areListsSound(party) && areRangesSound(party);
}

function areListsSound(party: MatchParty): boolean {
  const { sought, namedPlaces, languages, requiredLanguages } = party;
  return (
    (sought === undefined ||
      (areSound(sought.sectors) && areSound(sought.countries) && areSound(sought.cities))) &&
    areSound(namedPlaces) &&
    areDistinct(languages) &&
    areDistinct(requiredLanguages) &&
    areMonths(party.months) &&
    areMonths(party.requiredMonths)
  );
}

const areRangesSound = ({ period, capacity, budget }: MatchParty): boolean =>
  (period === undefined || isPeriod(period)) &&
  (capacity === undefined || (isAmount(capacity.max) && isAmount(capacity.min))) &&
  (budget === undefined || (isAmount(budget.minMinor) && isAmount(budget.maxMinor)));

function areSound(list: readonly Weighted[] = []): boolean {
  for (let at = 0; at < list.length; at += 1) {
    const { id, weight } = list[at]!;
    if (!(weight > 0 && weight <= 1)) return false;
    for (let before = 0; before < at; before += 1) if (list[before]!.id === id) return false;
  }
  return true;
}

function areDistinct(values: readonly string[] = []): boolean {
  for (let at = 0; at < values.length; at += 1)
    if (values[at] === '' || values.indexOf(values[at]!) !== at) return false;
  return true;
}

const isMonth = (month: number): boolean => Number.isInteger(month) && month >= 1 && month <= LAST_MONTH;
const areMonths = (months: readonly number[] = []): boolean => months.every(isMonth);
const isAmount = (amount: number | undefined): boolean =>
  amount === undefined || (Number.isFinite(amount) && amount >= 0);
const isPeriod = ({ from, to }: Period): boolean => DATE.test(from) && DATE.test(to) && from <= to;

function repaired(party: MatchParty): MatchParty {
  const { concepts, sought, period, capacity, months, requiredLanguages, requiredMonths, namedPlaces } =
    party;
  return {
    ...party,
    concepts: Object.fromEntries(
      CONCEPT_LISTS.map((list) => [list, soundList(concepts[list])]),
    ) as unknown as PartyConcepts,
    languages: distinct(party.languages),
    ...(requiredLanguages && { requiredLanguages: distinct(requiredLanguages) }),
    ...(months && { months: soundMonths(months) }),
    ...(requiredMonths && { requiredMonths: soundMonths(requiredMonths) }),
    ...(capacity && { capacity: { max: amountOf(capacity.max), min: amountOf(capacity.min) } }),
    ...(party.budget && { budget: soundBudget(party.budget) }),
    ...(period && { period: isPeriod(period) ? period : undefined }),
    ...(namedPlaces && { namedPlaces: soundList(namedPlaces) }),
    ...(sought && {
      sought: {
        sectors: soundList(sought.sectors),
        countries: soundList(sought.countries),
        cities: soundList(sought.cities),
      },
    }),
  };
}

function soundList(list: readonly Weighted[] = []): readonly Weighted[] {
  const surest = new Map<string, Weighted>();
  for (const entry of list) {
    const weight = Math.min(1, entry.weight);
    if (!(weight > 0) || weight <= (surest.get(entry.id)?.weight ?? 0)) continue;
    surest.set(entry.id, weight === entry.weight ? entry : { ...entry, weight });
  }
  return [...surest.values()];
}

const distinct = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== '')),
];

function soundMonths(months: readonly number[]): readonly number[] | undefined {
  const sound = months.filter(isMonth);
  return months.length > 0 && sound.length === 0 ? undefined : sound;
}

const amountOf = (amount: number | undefined): number | undefined => (isAmount(amount) ? amount : undefined);

const soundBudget = ({ currency, minMinor, maxMinor }: Budget): Budget => ({
  currency,
  minMinor: amountOf(minMinor),
  maxMinor: amountOf(maxMinor),
});
