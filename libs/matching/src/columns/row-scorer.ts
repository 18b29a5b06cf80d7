import { fusedScore } from '../score/fusion.js';
import type { MatchSpec } from '../spec.js';
import { Balance } from './balance.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import type { Columns } from './columns.js';
import { Comparable } from './comparable.js';
import { ComparedConcepts } from './compared-concepts.js';
import type { KindTable } from './kind-table.js';
import { bySetting } from './memo.js';
import { OurConditions } from './our-conditions.js';
import { Promises } from './promises.js';
import { FACT_AT, FACTS, LOOK, LOOK_AT } from './row-facts.js';
import { FEATURES, RowValues } from './row-values.js';
import type { Setting } from './settings.js';
import { SLACK } from './slack.js';
import { countBits, FEATURE, maskOf } from './statements.js';
import { TheirConditions } from './their-conditions.js';

/** Told once per direction; the others look the same from both sides. */
const DIRECTED = maskOf('offer_meets_need', 'sector_sought', 'place_sought');
/** True of every pair of its kinds. */
const TRIVIAL = maskOf('addressed_to');
/** What no look at a row tells, and what only a look tells: of the subject's judgement, and of the row's. */
const UNSEEN = maskOf('certificates_held', 'addressed_to');
const OURS = { first: UNSEEN, second: 0 };
const THEIRS = { first: UNSEEN | maskOf('capacity_fits', 'season_fits'), second: maskOf('place_sought') };
/** A pair that cannot be. */
export const IMPOSSIBLE = -1;
/** A pair that cannot reach the score it would need. */
export const TOO_LOW = -2;

/**
 * Scores the rows of one table for one subject: `scorePair` in numbers, without the explanation, the same operations in
 * the same order, so that both give the same double. Stops as soon as a row clearly stays below what it would need.
 */
export class RowScorer {
  /** Of the last row that got a score: its reasons, how many of them tell something, and whether a text names it. */
  readonly verdict = { reasons: 0, telling: 0, isNamed: false };
  readonly promises: Promises;
  /** The rows that are scored together. */
  readonly values = new RowValues();
  private readonly concepts: ComparedConcepts;
  private readonly ours: OurConditions;
  private readonly theirs: TheirConditions;
  private readonly ourComparable = new Comparable(false, OURS);
  private readonly theirComparable = new Comparable(true, THEIRS);
  private subject!: CodedParty;
  private columns!: Columns;
  private setting!: Setting;
  private balance!: Balance;
  private addressed = 0;
  private readonly balanceOf = bySetting<Setting, Balance>(
    ({ subjectShare }) => new Balance(subjectShare, this.spec.reciprocity),
  );

  constructor(
    codes: Codebook,
    private readonly spec: MatchSpec,
  ) {
    this.concepts = new ComparedConcepts(codes, spec);
    this.ours = new OurConditions(codes, spec);
    this.theirs = new TheirConditions(codes, spec);
    const { concepts, ours, theirs, ourComparable, theirComparable } = this;
    this.promises = new Promises({ sums: concepts.sums, ours, theirs, ourComparable, theirComparable });
  }

  /** Prepares everything that depends on the subject alone; call it for each search. */
  fill(subject: CodedParty, table: KindTable, setting: Setting): void {
    const { columns } = table;
    const { subjectWeights, subjectAsks, candidateWeights, candidateAsks } = setting;
    const enough = this.spec.enoughStated;
    this.subject = subject;
    this.columns = columns;
    this.setting = setting;
    this.balance = this.balanceOf(setting);
    this.concepts.fill(subject, columns, setting);
    this.ours.fill(subject, columns, setting);
    this.theirs.fill(subject, columns, setting);
    this.ourComparable.fill({ weights: subjectWeights, asks: subjectAsks, enough }, subject.wants);
    this.theirComparable.fill({ weights: candidateWeights, asks: candidateAsks, enough }, subject.gives);
    this.promises.fill(columns, setting, this.balance);
    this.addressed = ((subjectAsks >>> FEATURE.addressed_to) & 1) === 1 ? 1 : 0;
  }

  /** How many answers of rows were added up for this subject. */
  get answersAdded(): number {
    return this.concepts.sums.touched;
  }

  /** Compares one row: it is scored as the one at place 0. */
  compareOne(row: number): void {
    this.values.rows[0] = row;
    this.compare(1);
  }

  /** Compares the rows of `values.rows`, so many; then each of them can be scored. */
  compare(count: number): void {
    const { values } = this;
    values.clear(count);
    this.concepts.compare(values);
    this.ours.compare(values);
    this.theirs.compare(values);
    this.judge();
  }

  /**
   * The score of the row at `place` of those compared, which nobody's text names: 0..1, to the last digit that of
   * `scorePair`; `IMPOSSIBLE`; or `TOO_LOW` as soon as it is clear that it stays below `least`.
   */
  score(place: number, least: number): number {
    const { values } = this;
    if (this.isImpossible(values.rows[place]!)) return IMPOSSIBLE;
    const { subjectShare, candidateShare } = this.setting;
    const a = values.ourJudgement[place]!;
    const b = values.theirJudgement[place]!;
    const rest = values.ourLeft[place]! * values.theirLeft[place]!;
    if (this.balance.most(subjectShare * a, candidateShare * b) * rest < least - SLACK) return TOO_LOW;
    const score = this.fused(a, b) * rest;
    if (score < least) return TOO_LOW;
    this.verdict.isNamed = false;
    this.count(place, a, b);
    return score;
  }

  /** The same for a row that names the subject or is named by it: its score is lifted, however low it is. */
  scoreNamed(place: number, byUs: boolean, byThem: boolean): number {
    const { values } = this;
    if (this.isImpossible(values.rows[place]!)) return IMPOSSIBLE;
    const { subjectNames, candidateNames, meansOrganization } = this.setting;
    const lift = Math.max(byUs ? subjectNames : 0, byThem ? candidateNames : 0);
    const a = values.ourJudgement[place]!;
    const b = values.theirJudgement[place]!;
    const fused = this.fused(a, b);
    this.verdict.isNamed = true;
    this.count(place, a, b);
    this.verdict.isNamed = meansOrganization;
    return (fused + lift * (1 - fused)) * (values.ourLeft[place]! * values.theirLeft[place]!);
  }

  private isImpossible(row: number): boolean {
    const { subject } = this;
    const { facts, look } = this.columns;
    if (look[row * LOOK + LOOK_AT.organization] === subject.organization) return true;
    if (subject.from === 0) return false;
    const at = row * FACTS;
    const from = facts[at + FACT_AT.from]!;
    if (from === 0) return false;
    return subject.to < from || facts[at + FACT_AT.to]! < subject.from;
  }

  /** What the features are worth together, by what could be compared: added up in their order, as `scorePair` does. */
  private judge(): void {
    const { values, addressed, columns, setting } = this;
    const { rows, count, ours, theirs, ourJudgement, theirJudgement } = values;
    const { denominator: ourDenominator } = this.ourComparable;
    const { denominator: theirDenominator } = this.theirComparable;
    const { look, runs } = columns;
    const ourAddressed = addressed * setting.subjectWeights[FEATURE.addressed_to]!;
    const theirAddressed = addressed * setting.candidateWeights[FEATURE.addressed_to]!;
    for (let each = 0; each < count; each += 1) {
      const value = each * FEATURES;
      const rowClass = look[rows[each]! * LOOK + LOOK_AT.class]!;
      ours[value + FEATURE.addressed_to] = ourAddressed;
      theirs[value + FEATURE.addressed_to] = theirAddressed;
      let [our, their] = [ours[value]!, theirs[value]!];
      for (let at = value + 1; at < value + FEATURES; at += 1) {
        our += ours[at]!;
        their += theirs[at]!;
      }
      ourJudgement[each] = our / ourDenominator[runs.givesOf(rowClass)]!;
      theirJudgement[each] = their / theirDenominator[runs.wantsOf(rowClass)]!;
    }
  }

  /** NaN is a side that could compare nothing: it leaves the decision to the other. */
  private fused(a: number, b: number): number {
    const { subjectShare, candidateShare } = this.setting;
    const both = fusedScore(a, b, subjectShare, candidateShare, this.spec.reciprocity);
    if (!Number.isNaN(both)) return both;
    if (!Number.isNaN(a)) return a;
    return Number.isNaN(b) ? 0 : b;
  }

  /** Whether a side's judgement has a part in the score, so that its features are reasons. */
  private owns(own: number, other: number, share: number): boolean {
    if (Number.isNaN(own)) return false;
    if (Number.isNaN(other)) return true;
    return share > 0 && (this.spec.reciprocity < 1 || (own > 0 && other > 0));
  }

  private count(place: number, a: number, b: number): void {
    const { verdict, setting, values } = this;
    const ours = this.owns(a, b, setting.subjectShare) ? positive(values.ours, place) : 0;
    const theirs = this.owns(b, a, setting.candidateShare) ? positive(values.theirs, place) : 0;
    const both = ours | theirs;
    verdict.reasons =
      (verdict.isNamed ? 1 : 0) +
      countBits(both & ~DIRECTED) +
      countBits(ours & DIRECTED) +
      countBits(theirs & DIRECTED);
    verdict.telling = verdict.reasons - countBits(both & TRIVIAL);
  }
}

function positive(values: Float64Array, place: number): number {
  let bits = 0;
  for (let code = 0; code < FEATURES; code += 1) if (values[place * FEATURES + code]! > 0) bits |= 1 << code;
  return bits;
}
