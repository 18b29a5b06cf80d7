import type { FeatureCode, MatchSpec } from '../spec.js';
import { restAfter } from '../score/penalties.js';
import { addAll, intersect, isEmpty, subtract, type BitPool, type Bits } from './bitmaps.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import { exactCounts, reachOf } from './concept-classes.js';
import type { KindTable } from './kind-table.js';
import { LIST } from './lists.js';
import type { Setting } from './settings.js';
import { FEATURE } from './statements.js';

/**
 * Candidates that are alike in one respect, and what that costs them: what is lost, at least, of the weights of the
 * subject's and of the candidate's judgement, and the largest factor that unmet conditions leave of the score.
 */
export interface RowClass {
  readonly rows: Bits;
  readonly subjectLoss: number;
  readonly candidateLoss: number;
  readonly keep: number;
  /** Which part of `subjectLoss` is lost by themes. */
  readonly themeLoss: number;
}

/** Every candidate is in exactly one class of a respect. */
export type Respect = readonly RowClass[];

/** What the classes are made from: a subject, the candidates of one kind, and how the two judge each other. */
export interface ClassInput {
  readonly codes: Codebook;
  readonly table: KindTable;
  readonly subject: CodedParty;
  /** The candidates. */
  readonly rows: Bits;
  readonly setting: Setting;
  readonly spec: MatchSpec;
  /** As long as `rows`. */
  readonly pool: BitPool;
}

const FREE = { subjectLoss: 0, candidateLoss: 0, keep: 1, themeLoss: 0 };
const free = (rows: Bits): RowClass => ({ ...FREE, rows });

/** How candidates differ in the conditions that one side sets for the other. */
export const conditionsOf = (input: ClassInput): Respect[] =>
  [languages(input), places(input), languagesAsked(input), placesAsked(input)].flatMap(peopled);

/** How candidates differ in the concepts that are compared. */
export const conceptsOf = (input: ClassInput): Respect[] => [themes(input), offers(input)].flatMap(peopled);

/** Only classes that hold somebody; a respect in which all are alike tells nothing, unless it costs them all. */
function peopled(respect: Respect): Respect[] {
  const classes = respect.filter(({ rows }) => !isEmpty(rows));
  return respect.length < 2 || classes.length === 0 ? [] : [classes];
}

const weightOf = (weights: Float64Array, code: FeatureCode): number => weights[FEATURE[code]]!;

/** Candidates that speak all required languages (or do not say), some of them, or none. */
function languages({ codes, table, subject, rows, setting, spec, pool }: ClassInput): Respect {
  const required = codes.languageLists.of(subject.requiredLanguages);
  if (required.length === 0) return [];
  const spoken = table.marks.languages;
  const all = pool.take();
  all.set(rows);
  const some = pool.take();
  for (const wanted of required) {
    const fully = pool.take();
    for (let given = 1; given < codes.languages.size; given += 1) {
      const worth = codes.languages.serves(wanted, given);
      if (worth > 0) addAll(some, spoken.of(given));
      if (worth === 1) addAll(fully, spoken.of(given));
    }
    for (let at = 0; at < all.length; at += 1) all[at]! &= fully[at]!;
  }
  const rest = pool.take();
  const none = pool.take();
  for (let at = 0; at < rows.length; at += 1) {
    const stated = spoken.any[at]!;
    all[at] = (all[at]! | ~stated) & rows[at]!;
    none[at] = rows[at]! & stated & ~some[at]!;
    rest[at] = rows[at]! & ~all[at]! & ~none[at]!;
  }
  const weight = weightOf(setting.subjectWeights, 'language_shared');
  const least = HALF / required.length;
  const penalty = spec.penalties.language_missing;
  return [
    free(all),
    {
      ...FREE,
      rows: rest,
      subjectLoss: weight * least,
      keep: restAfter(penalty * least ** 2),
    },
    { ...FREE, rows: none, subjectLoss: weight, keep: restAfter(penalty) },
  ];
}

/** A language served by its sister counts half: nothing less can be missing. */
const HALF = 0.5;

/** Candidates in a sought city (or nowhere stated), only in a sought country, or elsewhere. */
function places({ codes, table, subject, rows, setting, spec, pool }: ClassInput): Respect {
  const { cities, countries } = codes.soughtPlaces.of(subject.sought);
  if (cities.length + countries.length === 0) return [];
  const { marks } = table;
  const inCity = subtract(pool.take(), rows, marks.countries.any);
  for (const { code } of cities) addAll(inCity, marks.cities.of(code));
  const inCountry = pool.take();
  for (const { code } of countries) addAll(inCountry, marks.countries.of(code));
  const elsewhere = pool.take();
  for (let at = 0; at < rows.length; at += 1) {
    const there = inCity[at]! & rows[at]!;
    const near = inCountry[at]! & rows[at]! & ~there;
    inCity[at] = there;
    inCountry[at] = near;
    elsewhere[at] = rows[at]! & ~there & ~near;
  }
  const weight = weightOf(setting.subjectWeights, 'place_sought');
  const penalty = setting.subjectIsAsk ? spec.penalties.place_elsewhere : 0;
  return [
    free(inCity),
    { ...FREE, rows: inCountry, subjectLoss: weight * (1 - spec.sameCountry) },
    { ...FREE, rows: elsewhere, subjectLoss: weight, keep: restAfter(penalty) },
  ];
}

/** Candidates that require languages of which the subject speaks none, and the others. */
function languagesAsked({ codes, table, subject, rows, setting, spec, pool }: ClassInput): Respect {
  const spoken = codes.languageLists.of(subject.languages);
  const required = table.marks.requiredLanguages;
  if (spoken.length === 0 || required.marked === 0) return [];
  const served = pool.take();
  for (let wanted = 1; wanted < codes.languages.size; wanted += 1)
    if (codes.languages.best(wanted, spoken) > 0) addAll(served, required.of(wanted));
  const unserved = intersect(pool.take(), rows, required.any);
  subtract(unserved, unserved, served);
  return [
    free(subtract(pool.take(), rows, unserved)),
    {
      ...FREE,
      rows: unserved,
      candidateLoss: weightOf(setting.candidateWeights, 'language_shared'),
      keep: restAfter(spec.penalties.language_missing),
    },
  ];
}

/** Asks that want their counterpart where the subject is not, and the others. */
function placesAsked({ codes, table, subject, rows, setting, spec, pool }: ClassInput): Respect {
  const { country, city } = codes.places.of(subject.place);
  if (!setting.candidatesAreAsks || country === 0) return [];
  const { soughtCountries, soughtCities } = table.marks;
  const wishes = pool.take();
  addAll(wishes, soughtCountries.any);
  addAll(wishes, soughtCities.any);
  const fulfilled = pool.take();
  addAll(fulfilled, soughtCountries.of(country));
  addAll(fulfilled, soughtCities.of(city));
  const elsewhere = intersect(pool.take(), rows, wishes);
  subtract(elsewhere, elsewhere, fulfilled);
  return [
    free(subtract(pool.take(), rows, elsewhere)),
    {
      ...FREE,
      rows: elsewhere,
      candidateLoss: weightOf(setting.candidateWeights, 'place_sought'),
      keep: restAfter(spec.penalties.place_elsewhere),
    },
  ];
}

/** By how many of the subject's own themes a candidate shares; then those with related themes; then the strangers. */
function themes({ codes, table, subject, rows, setting, pool }: ClassInput): Respect {
  const wanted = subject.lists[LIST.themes]!;
  if (wanted.length === 0) return [];
  const reach = reachOf(wanted, codes);
  const ours = weightOf(setting.subjectWeights, 'themes_in_common');
  const theirs = weightOf(setting.candidateWeights, 'themes_in_common');
  const { silent, byCount, related, strangers } = exactCounts(rows, table.marks.themes, reach, pool);
  const reaching = (bits: Bits, most: number, candidateLoss: number): RowClass => {
    const loss = ours * (1 - most);
    return { ...FREE, rows: bits, subjectLoss: loss, candidateLoss, themeLoss: loss };
  };
  return [
    free(silent),
    ...byCount.map((bits, at) => reaching(bits, reach.most(at + 1), 0)),
    reaching(related, reach.most(0), theirs * (1 - reach.back)),
    reaching(strangers, 0, theirs),
  ];
}

/** By how many of the collaborations that the subject seeks a candidate offers. */
function offers({ codes, table, subject, rows, setting, pool }: ClassInput): Respect {
  const wanted = subject.lists[LIST.seeks]!;
  if (wanted.length === 0) return [];
  const reach = reachOf(wanted, codes);
  const ours = weightOf(setting.subjectWeights, 'offer_meets_need');
  const { silent, byCount, related, strangers } = exactCounts(rows, table.marks.offers, reach, pool);
  const reaching = (bits: Bits, most: number): RowClass => ({
    ...FREE,
    rows: bits,
    subjectLoss: ours * (1 - most),
  });
  return [
    free(silent),
    ...byCount.map((bits, at) => reaching(bits, reach.most(at + 1))),
    reaching(related, reach.most(0)),
    reaching(strangers, 0),
  ];
}
