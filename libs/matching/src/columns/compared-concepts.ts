import type { FeatureCode, MatchSpec } from '../spec.js';
import type { Answers } from './answers.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import type { Columns } from './columns.js';
import { ConceptSums } from './concept-sums.js';
import { CoverageTable, type Compared } from './coverage-table.js';
import { LIST, type ListNumber } from './lists.js';
import { LookedUpFacts } from './looked-up.js';
import type { RowValues } from './row-values.js';
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
const NOTHING: readonly number[] = [];

/** Areas are asked for by some kinds only; the others by whoever lists something. */
const isAsked = (asks: number, feature: number): boolean =>
  feature !== FEATURE.areas_covered || ((asks >>> feature) & 1) === 1;

interface Comparison {
  readonly feature: number;
  readonly wanted: ListNumber;
  readonly given: ListNumber;
  readonly table: CoverageTable;
}

/** A list by which is judged, and what tells how well it is covered. */
interface Judged extends Compared {
  readonly table: CoverageTable;
}

/** What concepts are worth to the subject and to a row, list by list. */
export class ComparedConcepts {
  /** What they are at most worth to a block of rows. */
  readonly sums = new ConceptSums();
  private readonly comparisons: readonly Comparison[];
  /** Where the subject wishes something, and where it has something to give. */
  private readonly asking: Judged[] = [];
  private readonly asked: Judged[] = [];
  private columns!: Columns;

  private readonly lookedUp: LookedUpFacts;

  constructor(
    private readonly codes: Codebook,
    spec: MatchSpec,
  ) {
    this.comparisons = COMPARISONS.map(([code, wanted, given]) => ({
      feature: FEATURE[code],
      wanted,
      given,
      table: new CoverageTable(codes),
    }));
    this.lookedUp = new LookedUpFacts(codes, spec);
  }

  fill(subject: CodedParty, columns: Columns, setting: Setting): void {
    this.columns = columns;
    this.lookedUp.fill(subject, columns.stated, setting);
    this.sums.clear(columns.bytesOfRows, this.lookedUp.all);
    this.asking.length = 0;
    this.asked.length = 0;
    for (const { feature, wanted, given, table } of this.comparisons) {
      const [ours, theirs] = [setting.subjectWeights[feature]!, setting.candidateWeights[feature]!];
      const wishes = ours > 0 && isAsked(setting.subjectAsks, feature) ? subject.lists[wanted]! : NOTHING;
      const gifts = theirs > 0 && isAsked(setting.candidateAsks, feature) ? subject.lists[given]! : NOTHING;
      table.fill(wishes, gifts);
      if (wishes.length > 0) this.asking.push({ table, feature, list: given, weight: ours });
      if (gifts.length > 0) this.asked.push({ table, feature, list: wanted, weight: theirs });
      this.weighWishes(wishes, columns.answers, given, ours);
      this.weighGifts(gifts, columns.answers, wanted, theirs);
    }
  }

  /** Compares the lists of the rows and notes what they are worth. */
  compare(values: RowValues): void {
    const { columns } = this;
    for (const each of this.asking) each.table.ours(columns, each, values);
    for (const each of this.asked) each.table.theirs(columns, each, values);
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
