import { isDemand, type FeatureCode, FEATURE_CODES, type MatchSpec } from '../spec.js';
import { restAfter } from '../score/penalties.js';
import { addAll, difference, intersection, type Bits } from './bitmaps.js';
import { exactCounts, reachOf } from './concept-classes.js';
import { LIST } from './lists.js';
import { kindOf, type Setting } from './row-scorer.js';
import type { PartyTable } from './party-table.js';
import type { RowJudgement } from './row-judgement.js';

/**
 * Candidates that are alike in one respect, and what that costs them: what is lost, at least, of the weights of the
 * subject's and of the candidate's judgement, and the largest factor that unmet conditions leave of the score.
 */
export interface RowClass {
  readonly rows: Bits;
  readonly subjectLoss: number;
  readonly candidateLoss: number;
  readonly keep: number;
}

/** Every candidate is in exactly one class of a respect. */
export type Respect = readonly RowClass[];

const AT: Readonly<Record<FeatureCode, number>> = Object.fromEntries(
  FEATURE_CODES.map((code, at) => [code, at]),
) as Record<FeatureCode, number>;

const free = (rows: Bits): RowClass => ({ rows, subjectLoss: 0, candidateLoss: 0, keep: 1 });

/** What the classes are made from: a subject, the candidates of one kind, and how the two judge each other. */
export interface ClassInput {
  readonly table: PartyTable;
  readonly judgement: RowJudgement;
  readonly subject: number;
  /** The candidates. */
  readonly rows: Bits;
  readonly setting: Setting;
  readonly spec: MatchSpec;
  readonly candidatesAsk: boolean;
}

/** How candidates differ in the conditions that one side sets for the other. */
export const conditionsOf = (input: ClassInput): Respect[] =>
  [languages(input), places(input), languagesAsked(input), placesAsked(input)].filter(isTelling);

/** How candidates differ in the concepts that are compared. */
export const conceptsOf = (input: ClassInput): Respect[] => [themes(input), offers(input)].filter(isTelling);

const isTelling = (respect: Respect): boolean => respect.length > 1;

/** Candidates that speak all required languages (or do not say), some of them, or none. */
function languages({ table, judgement, subject, rows, setting, spec }: ClassInput): Respect {
  const required = judgement.codesOf(LIST.requiredLanguages, subject);
  if (required.length === 0) return [];
  const spoken = table.marks.get(LIST.languages)!;
  let all = rows;
  const some = new Uint32Array(rows.length);
  for (const wanted of required) {
    const fully = new Uint32Array(rows.length);
    for (let given = 1; given < table.dictionaries.language.size; given += 1) {
      const worth = judgement.serves(wanted, given);
      if (worth > 0) addAll(some, spoken.of(given));
      if (worth === 1) addAll(fully, spoken.of(given));
    }
    all = intersection(all, fully);
  }
  addAll(all, difference(rows, spoken.any));
  const none = difference(intersection(rows, spoken.any), some);
  const weight = setting.subjectWeights[AT.language_shared]!;
  const least = HALF / required.length;
  const penalty = spec.penalties.language_missing;
  return [
    free(all),
    {
      rows: difference(difference(rows, all), none),
      subjectLoss: weight * least,
      candidateLoss: 0,
      keep: restAfter(penalty * least ** 2),
    },
    { rows: none, subjectLoss: weight, candidateLoss: 0, keep: restAfter(penalty) },
  ];
}

/** A language served by its sister counts half: nothing less can be missing. */
const HALF = 0.5;

/** Candidates in a sought city (or nowhere stated), only in a sought country, or elsewhere. */
function places({ table, judgement, subject, rows, setting, spec }: ClassInput): Respect {
  const cities = judgement.codesOf(LIST.soughtCities, subject);
  const countries = judgement.codesOf(LIST.soughtCountries, subject);
  if (cities.length + countries.length === 0) return [];
  const inCity = difference(rows, table.countries.any);
  for (const city of cities) addAll(inCity, table.cities.of(city));
  const there = intersection(rows, inCity);
  const inCountry = new Uint32Array(rows.length);
  for (const country of countries) addAll(inCountry, table.countries.of(country));
  const near = difference(intersection(rows, inCountry), there);
  const weight = setting.subjectWeights[AT.place_sought]!;
  const penalty = isDemand(kindOf(table, subject)) ? spec.penalties.place_elsewhere : 0;
  return [
    free(there),
    { rows: near, subjectLoss: weight * (1 - spec.sameCountry), candidateLoss: 0, keep: 1 },
    {
      rows: difference(difference(rows, there), near),
      subjectLoss: weight,
      candidateLoss: 0,
      keep: restAfter(penalty),
    },
  ];
}

/** Candidates that require languages of which the subject speaks none, and the others. */
function languagesAsked({ table, judgement, subject, rows, setting, spec }: ClassInput): Respect {
  const spoken = judgement.codesOf(LIST.languages, subject);
  const required = table.marks.get(LIST.requiredLanguages)!;
  if (spoken.length === 0 || required.marked === 0) return [];
  const served = new Uint32Array(rows.length);
  for (let wanted = 1; wanted < table.dictionaries.language.size; wanted += 1)
    if (spoken.some((given) => judgement.serves(wanted, given) > 0)) addAll(served, required.of(wanted));
  const unserved = difference(intersection(rows, required.any), served);
  return [
    free(difference(rows, unserved)),
    {
      rows: unserved,
      subjectLoss: 0,
      candidateLoss: setting.candidateWeights[AT.language_shared]!,
      keep: restAfter(spec.penalties.language_missing),
    },
  ];
}

/** Asks that want their counterpart where the subject is not, and the others. */
function placesAsked({ table, subject, rows, setting, spec, candidatesAsk }: ClassInput): Respect {
  const { country, city } = table.scalars;
  if (!candidatesAsk || country[subject] === 0) return [];
  const countries = table.marks.get(LIST.soughtCountries)!;
  const cities = table.marks.get(LIST.soughtCities)!;
  const wishes = new Uint32Array(rows.length);
  addAll(wishes, countries.any);
  addAll(wishes, cities.any);
  const fulfilled = new Uint32Array(rows.length);
  addAll(fulfilled, countries.of(country[subject]!));
  addAll(fulfilled, cities.of(city[subject]!));
  const elsewhere = difference(intersection(rows, wishes), fulfilled);
  return [
    free(difference(rows, elsewhere)),
    {
      rows: elsewhere,
      subjectLoss: 0,
      candidateLoss: setting.candidateWeights[AT.place_sought]!,
      keep: restAfter(spec.penalties.place_elsewhere),
    },
  ];
}

/** By how many of the subject's own themes a candidate shares; then those with related themes; then the strangers. */
function themes(input: ClassInput): Respect {
  const { table, judgement, subject, rows, setting } = input;
  const group = table.marks.get(LIST.themes)!;
  const wanted = judgement.entriesOf(LIST.themes, subject);
  if (wanted.length === 0) return [];
  const reach = reachOf(wanted, judgement.concepts, table.dictionaries.concept.size);
  const ours = setting.subjectWeights[AT.themes_in_common]!;
  const theirs = setting.candidateWeights[AT.themes_in_common]!;
  const { byCount, related, strangers } = exactCounts(rows, group, wanted, reach.codes);
  return [
    free(difference(rows, group.any)),
    ...byCount.map((bits, at) => ({
      rows: bits,
      subjectLoss: ours * (1 - reach.most(at + 1)),
      candidateLoss: 0,
      keep: 1,
    })),
    {
      rows: related,
      subjectLoss: ours * (1 - reach.most(0)),
      candidateLoss: theirs * (1 - reach.back),
      keep: 1,
    },
    { rows: strangers, subjectLoss: ours, candidateLoss: theirs, keep: 1 },
  ];
}

/** By how many of the collaborations that the subject seeks a candidate offers. */
function offers(input: ClassInput): Respect {
  const { table, judgement, subject, rows, setting } = input;
  const group = table.marks.get(LIST.offers)!;
  const wanted = judgement.entriesOf(LIST.seeks, subject);
  if (wanted.length === 0) return [];
  const reach = reachOf(wanted, judgement.concepts, table.dictionaries.concept.size);
  const ours = setting.subjectWeights[AT.offer_meets_need]!;
  const { byCount, related, strangers } = exactCounts(rows, group, wanted, reach.codes);
  const loss = (bits: Bits, most: number): RowClass => ({
    rows: bits,
    subjectLoss: ours * (1 - most),
    candidateLoss: 0,
    keep: 1,
  });
  return [
    free(difference(rows, group.any)),
    ...byCount.map((bits, at) => loss(bits, reach.most(at + 1))),
    loss(related, reach.most(0)),
    loss(strangers, 0),
  ];
}
