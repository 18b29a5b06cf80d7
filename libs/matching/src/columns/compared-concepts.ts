import { FEATURE_CODES, type FeatureCode } from '../spec.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import type { Columns } from './columns.js';
import { CoverageTable } from './coverage-table.js';
import { LIST, LISTS, type ListNumber } from './lists.js';
import type { Setting } from './settings.js';
import { FEATURE } from './statements.js';

/** The features that compare concepts: what one wants and what the other gives. Short lists that tell much come first. */
const COMPARISONS: readonly (readonly [FeatureCode, wanted: ListNumber, given: ListNumber])[] = [
  ['markets_in_common', LIST.markets, LIST.markets],
  ['offer_meets_need', LIST.seeks, LIST.offers],
  ['themes_in_common', LIST.themes, LIST.themes],
  ['sector_sought', LIST.soughtSectors, LIST.sectors],
  ['areas_covered', LIST.areas, LIST.areas],
];
const [MARKETS, OFFERS, THEMES] = [0, 1, 2];
const OFFER = FEATURE.offer_meets_need;
const LAST = FEATURE.areas_covered;

const NOTHING: readonly number[] = [];

/** Areas are asked for by some kinds only; the others by whoever lists something. */
const isAsked = (asks: number, feature: number): boolean =>
  feature !== FEATURE.areas_covered || ((asks >>> feature) & 1) === 1;

/** What the candidates at hand lose, at least, of the weights of the subject's judgement and of their own. */
export interface Common {
  readonly ourThemes: number;
  readonly ourOffers: number;
  readonly theirThemes: number;
  readonly theirConditions: number;
}

export const NO_LOSS: Common = { ourThemes: 0, ourOffers: 0, theirThemes: 0, theirConditions: 0 };

/** What concepts are worth to the subject and to a row, list by list, given up as soon as too little can come of it. */
export class ComparedConcepts {
  /** What each feature of the last row was worth, weight counted: to the subject, and to the row. */
  readonly ourValues = new Float64Array(FEATURE_CODES.length);
  readonly theirValues = new Float64Array(FEATURE_CODES.length);
  private readonly tables: readonly CoverageTable[];
  private readonly ourWeights = new Float64Array(COMPARISONS.length);
  private readonly theirWeights = new Float64Array(COMPARISONS.length);
  /** What was promised of each list before it is looked at, and what the row then at least loses. */
  private readonly promised = new Float64Array(COMPARISONS.length);
  private readonly foreseen = new Float64Array(COMPARISONS.length + 1);
  private columns!: Columns;

  constructor(codes: Codebook) {
    this.tables = COMPARISONS.map(() => new CoverageTable(codes));
  }

  fill(subject: CodedParty, columns: Columns, setting: Setting): void {
    this.columns = columns;
    this.ourValues.fill(0);
    this.theirValues.fill(0);
    for (const [at, [code, wanted, given]] of COMPARISONS.entries()) {
      const feature = FEATURE[code];
      const [ours, theirs] = [setting.subjectWeights[feature]!, setting.candidateWeights[feature]!];
      this.ourWeights[at] = ours;
      this.theirWeights[at] = theirs;
      this.tables[at]!.fill(
        ours > 0 && isAsked(setting.subjectAsks, feature) ? subject.lists[wanted]! : NOTHING,
        theirs > 0 && isAsked(setting.candidateAsks, feature) ? subject.lists[given]! : NOTHING,
      );
    }
  }

  /** What rows with this in common can at most be worth to the subject by their concepts. */
  expect({ ourThemes, ourOffers, theirThemes, theirConditions }: Common): number {
    const { promised, foreseen, tables } = this;
    foreseen.fill(0);
    foreseen[THEMES] = theirThemes;
    foreseen[COMPARISONS.length] = theirThemes + theirConditions;
    let most = 0;
    for (let at = 0; at < tables.length; at += 1) {
      promised[at] = tables[at]!.wishes > 0 ? this.ourWeights[at]! : 0;
      if (at === THEMES) promised[at]! -= ourThemes;
      if (at === OFFERS) promised[at]! -= ourOffers;
      most += promised[at]!;
    }
    return most;
  }

  /**
   * Compares a row's lists. True as soon as what remains to hope for, `worth · ourShare − loss · theirShare`, is below
   * `bound`; else all values are noted.
   */
  isBelow(row: number, worth: number, ourShare: number, theirShare: number, bound: number): boolean {
    const { tables, promised, foreseen } = this;
    let hope = worth;
    let loss = foreseen[tables.length]!;
    for (let at = MARKETS; at < tables.length; at += 1) {
      hope += this.compareOurs(at, row) - promised[at]!;
      loss += this.compareTheirs(at, row) - foreseen[at]!;
      if (hope * ourShare - loss * theirShare < bound) return true;
    }
    return false;
  }

  /** Sums over the features, in their order. */
  get ourWorth(): number {
    return sumOf(this.ourValues);
  }

  get theirWorth(): number {
    return sumOf(this.theirValues);
  }

  private compareOurs(at: number, row: number): number {
    const table = this.tables[at]!;
    if (table.wishes === 0) return 0;
    const { lists, begins } = this.columns;
    const begin = begins[row]!;
    const given = GIVEN[at]!;
    const value =
      this.ourWeights[at]! * table.ours(lists, beginOf(lists, begin, given), lists[begin + given]!);
    this.ourValues[FEATURES[at]!] = value;
    return value;
  }

  /** Notes what the subject is worth to the row, and answers what the row misses. */
  private compareTheirs(at: number, row: number): number {
    const table = this.tables[at]!;
    if (table.gives === 0) return 0;
    const { lists, begins } = this.columns;
    const begin = begins[row]!;
    const wanted = WANTED[at]!;
    const from = beginOf(lists, begin, wanted);
    const to = lists[begin + wanted]!;
    const weight = this.theirWeights[at]!;
    const value = from === to ? 0 : weight * table.theirs(lists, from, to);
    this.theirValues[FEATURES[at]!] = value;
    return from === to ? 0 : weight - value;
  }
}

const FEATURES = Uint8Array.from(COMPARISONS, ([code]) => FEATURE[code]);
const WANTED = Uint8Array.from(COMPARISONS, ([, wanted]) => wanted);
const GIVEN = Uint8Array.from(COMPARISONS, ([, , given]) => given);

/** Where a list of a row begins: where the one before ends. */
const beginOf = (lists: Uint32Array, begin: number, list: number): number =>
  list === 0 ? begin + LISTS.length : lists[begin + list - 1]!;

function sumOf(values: Float64Array): number {
  let sum = values[OFFER]!;
  for (let code = OFFER + 1; code <= LAST; code += 1) sum += values[code]!;
  return sum;
}
