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

interface Comparison {
  readonly feature: number;
  readonly wanted: ListNumber;
  readonly given: ListNumber;
  readonly table: CoverageTable;
  ourWeight: number;
  theirWeight: number;
}

/** What concepts are worth to the subject and to a row, list by list. */
export class ComparedConcepts {
  /** What each feature of the last row was worth, weight counted: to the subject, and to the row. */
  readonly ourValues = new Float64Array(FEATURE_CODES.length);
  readonly theirValues = new Float64Array(FEATURE_CODES.length);
  /** What they are at most worth to a block of rows. */
  readonly sums = new ConceptSums();
  private readonly comparisons: readonly Comparison[];
  /** Those in which the subject wishes something, and those in which it has something to give. */
  private readonly asking: Comparison[] = [];
  private readonly asked: Comparison[] = [];
  private columns!: Columns;

  private readonly lookedUp: LookedUpFacts;

  constructor(
    private readonly codes: Codebook,
    spec: MatchSpec,
  ) {
    this.comparisons = COMPARISONS.map(([code, wanted, given]) => ({
      ...{ feature: FEATURE[code], wanted, given, table: new CoverageTable(codes) },
      ...{ ourWeight: 0, theirWeight: 0 },
    }));
    this.lookedUp = new LookedUpFacts(codes, spec);
  }

  fill(subject: CodedParty, columns: Columns, setting: Setting): void {
    this.columns = columns;
    this.ourValues.fill(0);
    this.theirValues.fill(0);
    this.lookedUp.fill(subject, columns.stated, setting);
    this.sums.clear(columns.bytesOfRows, this.lookedUp.all);
    this.asking.length = 0;
    this.asked.length = 0;
    for (const each of this.comparisons) {
      const { feature, wanted, given, table } = each;
      const [ours, theirs] = [setting.subjectWeights[feature]!, setting.candidateWeights[feature]!];
      each.ourWeight = ours;
      each.theirWeight = theirs;
      const wishes = ours > 0 && isAsked(setting.subjectAsks, feature) ? subject.lists[wanted]! : NOTHING;
      const gifts = theirs > 0 && isAsked(setting.candidateAsks, feature) ? subject.lists[given]! : NOTHING;
      table.fill(wishes, gifts);
      if (wishes.length > 0) this.asking.push(each);
      if (gifts.length > 0) this.asked.push(each);
      this.weighWishes(wishes, columns.answers, given, ours);
      this.weighGifts(gifts, columns.answers, wanted, theirs);
    }
  }

  /** Compares the lists of a row and notes all values. */
  compare(row: number): void {
    const { ourValues, theirValues, asking, asked } = this;
    const { lists, begins } = this.columns;
    const begin = begins[row]!;
    for (const { table, feature, given, ourWeight } of asking) {
      const from = beginOf(lists, begin, given);
      ourValues[feature] = ourWeight * table.ours(lists, from, lists[begin + given]!);
    }
    for (const { table, feature, wanted, theirWeight } of asked) {
      const from = beginOf(lists, begin, wanted);
      theirValues[feature] = theirWeight * table.theirs(lists, from, lists[begin + wanted]!);
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
}

function sumOf(values: Float64Array): number {
  let sum = values[OFFER]!;
  for (let code = OFFER + 1; code <= LAST; code += 1) sum += values[code]!;
  return sum;
}
