import { FEATURE_CODES, type FeatureCode, type MatchSpec } from '../spec.js';
import type { Answers } from './answers.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import type { Columns } from './columns.js';
import { ConceptSums } from './concept-sums.js';
import { CoverageTable } from './coverage-table.js';
import { beginOf, LIST, type ListNumber } from './lists.js';
import { LookedUpFacts } from './looked-up.js';
import type { Setting } from './settings.js';
import { FEATURE } from './statements.js';

/** The features that compare concepts: what one wants and what the other gives. */
const COMPARISONS: readonly (readonly [FeatureCode, wanted: ListNumber, given: ListNumber])[] = [
  ['markets_in_common', LIST.markets, LIST.markets],
  ['offer_meets_need', LIST.seeks, LIST.offers],
  ['themes_in_common', LIST.themes, LIST.themes],
  ['sector_sought', LIST.soughtSectors, LIST.sectors],
  ['areas_covered', LIST.areas, LIST.areas],
];
const OFFER = FEATURE.offer_meets_need;
const LAST = FEATURE.areas_covered;

const NOTHING: readonly number[] = [];

/** Areas are asked for by some kinds only; the others by whoever lists something. */
const isAsked = (asks: number, feature: number): boolean =>
  feature !== FEATURE.areas_covered || ((asks >>> feature) & 1) === 1;

/** What concepts are worth to the subject and to a row, list by list. */
export class ComparedConcepts {
  /** What each feature of the last row was worth, weight counted: to the subject, and to the row. */
  readonly ourValues = new Float64Array(FEATURE_CODES.length);
  readonly theirValues = new Float64Array(FEATURE_CODES.length);
  /** What they are at most worth to a block of rows. */
  readonly sums = new ConceptSums();
  private readonly tables: readonly CoverageTable[];
  private readonly ourWeights = new Float64Array(COMPARISONS.length);
  private readonly theirWeights = new Float64Array(COMPARISONS.length);
  private columns!: Columns;

  private readonly lookedUp: LookedUpFacts;

  constructor(
    private readonly codes: Codebook,
    spec: MatchSpec,
  ) {
    this.tables = COMPARISONS.map(() => new CoverageTable(codes));
    this.lookedUp = new LookedUpFacts(codes, spec);
  }

  fill(subject: CodedParty, columns: Columns, setting: Setting): void {
    this.columns = columns;
    this.ourValues.fill(0);
    this.theirValues.fill(0);
    this.lookedUp.fill(subject, columns.stated, setting);
    this.sums.clear(columns.bytesOfRows, this.lookedUp.all);
    for (const [at, [code, wanted, given]] of COMPARISONS.entries()) {
      const feature = FEATURE[code];
      const [ours, theirs] = [setting.subjectWeights[feature]!, setting.candidateWeights[feature]!];
      this.ourWeights[at] = ours;
      this.theirWeights[at] = theirs;
      const wishes = ours > 0 && isAsked(setting.subjectAsks, feature) ? subject.lists[wanted]! : NOTHING;
      const gifts = theirs > 0 && isAsked(setting.candidateAsks, feature) ? subject.lists[given]! : NOTHING;
      this.tables[at]!.fill(wishes, gifts);
      this.weighWishes(wishes, columns.answers, given, ours);
      this.weighGifts(gifts, columns.answers, wanted, theirs);
    }
  }

  /** Compares the lists of a row and notes all values. */
  compare(row: number): void {
    for (let at = 0; at < this.tables.length; at += 1) {
      if (this.tables[at]!.wishes > 0) this.compareOurs(at, row);
      if (this.tables[at]!.gives > 0) this.compareTheirs(at, row);
    }
  }

  /** Sums over the features, in their order. */
  get ourWorth(): number {
    return sumOf(this.ourValues);
  }

  get theirWorth(): number {
    return sumOf(this.theirValues);
  }

  /** Of what the subject wishes each concept is worth its share, as far as a row answers it. */
  private weighWishes(wishes: readonly number[], answers: Answers, list: ListNumber, worth: number): void {
    const { concepts, weights } = this.codes.mentions;
    let total = 0;
    for (const mention of wishes) total += weights[mention]!;
    for (const mention of wishes)
      this.sums.note(answers.givenTo(list, concepts[mention]!), true, worth * (weights[mention]! / total));
    if (wishes.length > 0) this.sums.ourMost += worth;
  }

  /** A row's wishes are met by the concepts that the subject gives; two that meet one wish are both counted. */
  private weighGifts(gifts: readonly number[], answers: Answers, list: ListNumber, worth: number): void {
    const { concepts, weights } = this.codes.mentions;
    for (const mention of gifts)
      this.sums.note(answers.wishedOf(list, concepts[mention]!), false, worth * weights[mention]!);
    if (gifts.length > 0) this.sums.theirMost += worth;
  }

  private compareOurs(at: number, row: number): void {
    const table = this.tables[at]!;
    const { lists, begins } = this.columns;
    const begin = begins[row]!;
    const given = GIVEN[at]!;
    this.ourValues[FEATURES[at]!] =
      this.ourWeights[at]! * table.ours(lists, beginOf(lists, begin, given), lists[begin + given]!);
  }

  private compareTheirs(at: number, row: number): void {
    const table = this.tables[at]!;
    const { lists, begins } = this.columns;
    const begin = begins[row]!;
    const wanted = WANTED[at]!;
    this.theirValues[FEATURES[at]!] =
      this.theirWeights[at]! * table.theirs(lists, beginOf(lists, begin, wanted), lists[begin + wanted]!);
  }
}

const FEATURES = Uint8Array.from(COMPARISONS, ([code]) => FEATURE[code]);
const WANTED = Uint8Array.from(COMPARISONS, ([, wanted]) => wanted);
const GIVEN = Uint8Array.from(COMPARISONS, ([, , given]) => given);

function sumOf(values: Float64Array): number {
  let sum = values[OFFER]!;
  for (let code = OFFER + 1; code <= LAST; code += 1) sum += values[code]!;
  return sum;
}
