import { fusedScore } from '../score/fusion.js';
import { type FeatureCode, type MatchSpec } from '../spec.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import { FACT_AT, FACTS, GIVES, LOOK, LOOK_AT, SEASON, type Columns } from './columns.js';
import { ComparedConcepts, NO_LOSS } from './compared-concepts.js';
import type { KindTable } from './kind-table.js';
import { OurConditions } from './our-conditions.js';
import { SLACK } from './slack.js';
import type { Box } from './box.js';
import type { FineClasses } from './fine-classes.js';
import type { Setting } from './settings.js';
import { askedOf, countBits, denominator, FEATURE, STATEMENTS, weightOf } from './statements.js';
import { TheirConditions } from './their-conditions.js';

const maskOf = (...codes: readonly FeatureCode[]): number =>
  codes.reduce((bits, code) => bits | (1 << FEATURE[code]), 0);
/** Told once per direction; the others look the same from both sides. */
const DIRECTED = maskOf('offer_meets_need', 'sector_sought', 'place_sought');
/** True of every pair of its kinds. */
const TRIVIAL = maskOf('addressed_to');
/** Judged, but not at first sight. */
const RARE = maskOf('certificates_held', 'addressed_to');
const WORD_BITS = 5;
const LAST_BIT = 31;
/** A pair that cannot be. */
export const IMPOSSIBLE = -1;
/** A pair that cannot reach the score it would need. */
export const TOO_LOW = -2;

/** Takes rows that reach what is needed; `least` is what the next one needs. */
export interface Taker {
  readonly least: number;
  take(row: number, score: number): void;
}

/**
 * Scores the rows of one table for one subject: `scorePair` in numbers, without the explanation, the same operations in
 * the same order, so that both give the same double. Stops as soon as a row clearly stays below what it would need.
 */
export class RowScorer {
  /** Of the last row that got a score: its reasons, how many of them tell something, and whether a text names it. */
  readonly verdict = { reasons: 0, telling: 0, isNamed: false };
  private readonly concepts: ComparedConcepts;
  private readonly ours: OurConditions;
  private readonly theirs: TheirConditions;
  /** By what the row states; 0: not yet worked out. */
  private readonly ourDenominators = new Float64Array(STATEMENTS);
  private readonly theirDenominators = new Float64Array(STATEMENTS);
  private subject!: CodedParty;
  private columns!: Columns;
  private setting!: Setting;
  /** The subject's share of the score divided by its denominator, by what the row states. */
  private readonly ourShares = new Float64Array(STATEMENTS);
  /** The weight of what a first look at a row does not see, and of all that a row may ask. */
  private ourRareWeight = 0;
  private theirWeight = 1;

  constructor(
    private readonly codes: Codebook,
    private readonly spec: MatchSpec,
  ) {
    this.concepts = new ComparedConcepts(codes);
    this.ours = new OurConditions(codes, spec);
    this.theirs = new TheirConditions(codes, spec);
  }

  /** Prepares everything that depends on the subject alone; call it for each search. */
  fill(subject: CodedParty, table: KindTable, setting: Setting): void {
    const { columns } = table;
    this.subject = subject;
    this.columns = columns;
    this.setting = setting;
    this.concepts.fill(subject, columns, setting);
    this.ours.fill(subject, columns, setting);
    this.theirs.fill(subject, columns, setting);
    this.ourDenominators.fill(0);
    this.theirDenominators.fill(0);
    const { subjectAsks, subjectWeights } = setting;
    const asked = askedOf(subjectAsks, subject.wants);
    this.theirWeight = weightOf(setting.candidateWeights, -1);
    this.ourRareWeight = weightOf(subjectWeights, asked & RARE);
    for (const gives of table.statements)
      this.ourShares[gives] = setting.subjectShare / this.denominatorOf(gives);
    const addressed = ((subjectAsks >>> FEATURE.addressed_to) & 1) === 1 ? 1 : 0;
    this.concepts.ourValues[FEATURE.addressed_to] = addressed * subjectWeights[FEATURE.addressed_to]!;
    this.concepts.theirValues[FEATURE.addressed_to] =
      addressed * setting.candidateWeights[FEATURE.addressed_to]!;
  }

  /**
   * Gives every row of both bitmaps, ascending, that reaches what the taker needs to it. A first look at a row reads
   * only the numbers of its facts; where that leaves hope, it is judged. Answers how many were judged.
   */
  scan({ conditions, concepts, common }: Box, { markets, seeks, losses }: FineClasses, taker: Taker): number {
    const { look } = this.columns;
    const { places, languages, capacities, seasons } = this.ours;
    const [placeWorth, languageWorth, capacityWorth, seasonWorth] = [
      places.worth,
      languages.worth,
      capacities.worth,
      seasons.worth,
    ];
    const [placeLeft, languageLeft, capacityLeft, seasonLeft] = [
      places.left,
      languages.left,
      capacities.left,
      seasons.left,
    ];
    const shares = this.ourShares;
    const hoped = this.concepts.expect(common) + this.ourRareWeight;
    const theirLoss = (common.theirThemes + common.theirConditions) / this.theirWeight;
    const theirs = this.setting.candidateShare * (1 - theirLoss);
    let least = taker.least;
    let judged = 0;
    for (let word = 0; word < conditions.length; word += 1) {
      let both = conditions[word]! & concepts[word]!;
      if (both === 0) continue;
      const [m, n, s, t] = [markets.low[word]!, markets.high[word]!, seeks.low[word]!, seeks.high[word]!];
      while (both !== 0) {
        const bit = LAST_BIT - Math.clz32(both & -both);
        const row = (word << WORD_BITS) + bit;
        both &= both - 1;
        const at = row * LOOK;
        const place = look[at]!;
        const spoken = look[at + LOOK_AT.languages]!;
        const capacity = look[at + LOOK_AT.capacity]!;
        const last = look[at + LOOK_AT.season]!;
        const season = last >>> SEASON;
        const worth =
          hoped +
          placeWorth[place]! +
          languageWorth[spoken]! +
          capacityWorth[capacity]! +
          seasonWorth[season]!;
        const left =
          placeLeft[place]! * languageLeft[spoken]! * capacityLeft[capacity]! * seasonLeft[season]!;
        const fine =
          ((m >>> bit) & 1) | (((n >>> bit) & 1) << 1) | (((s >>> bit) & 1) << 2) | (((t >>> bit) & 1) << 3);
        const most = worth * shares[last & GIVES]! + theirs - losses[fine]!;
        if (most * left < least - SLACK) continue;
        judged += 1;
        const score = this.score(row, worth, left, least);
        if (score < 0) continue;
        taker.take(row, score);
        least = taker.least;
      }
    }
    return judged;
  }

  /**
   * The score of a row that nobody's text names, 0..1, to the last digit that of `scorePair`; `IMPOSSIBLE`; or
   * `TOO_LOW` as soon as it is clear that it stays below `least`. `worth` and `left`: what a first look at it promised.
   */
  private score(row: number, worth: number, left: number, least: number): number {
    if (this.isImpossible(row)) return IMPOSSIBLE;
    const { subjectShare, candidateShare } = this.setting;
    const ourDenominator = this.ourDenominator(row);
    const theirDenominator = this.theirDenominator(row);
    const bound = (least - SLACK) / left - candidateShare;
    if (
      this.concepts.isBelow(
        row,
        worth,
        subjectShare / ourDenominator,
        candidateShare / theirDenominator,
        bound,
      )
    )
      return TOO_LOW;

    const { concepts } = this;
    const a = this.ours.add(row, concepts.ourWorth, concepts.ourValues) / ourDenominator;
    const b = this.theirs.add(row, concepts.theirWorth, concepts.theirValues) / theirDenominator;
    const rest = this.ours.left[0]! * this.theirs.left[0]!;
    if ((subjectShare * a + candidateShare * b) * rest < least - SLACK) return TOO_LOW;
    const score = this.fused(a, b) * rest;
    if (score < least) return TOO_LOW;
    this.verdict.isNamed = false;
    this.count(a, b);
    return score;
  }

  /** The same for a row that names the subject or is named by it: its score is lifted, however low it is. */
  scoreNamed(row: number, byUs: boolean, byThem: boolean): number {
    if (this.isImpossible(row)) return IMPOSSIBLE;
    const { subjectNames, candidateNames, meansOrganization } = this.setting;
    const lift = Math.max(byUs ? subjectNames : 0, byThem ? candidateNames : 0);
    const { concepts } = this;
    concepts.expect(NO_LOSS);
    concepts.isBelow(row, 0, 0, 0, Number.NEGATIVE_INFINITY);
    const a = this.ours.add(row, concepts.ourWorth, concepts.ourValues) / this.ourDenominator(row);
    const b = this.theirs.add(row, concepts.theirWorth, concepts.theirValues) / this.theirDenominator(row);
    const fused = this.fused(a, b);
    this.verdict.isNamed = true;
    this.count(a, b);
    this.verdict.isNamed = meansOrganization;
    return (fused + lift * (1 - fused)) * (this.ours.left[0]! * this.theirs.left[0]!);
  }

  private isImpossible(row: number): boolean {
    const { subject } = this;
    const { facts } = this.columns;
    const at = row * FACTS;
    if (facts[at + FACT_AT.organization] === subject.organization) return true;
    const from = facts[at + FACT_AT.from]!;
    if (subject.from === 0 || from === 0) return false;
    return subject.to < from || facts[at + FACT_AT.to]! < subject.from;
  }

  private ourDenominator(row: number): number {
    return this.denominatorOf(this.columns.look[row * LOOK + LOOK_AT.season]! & GIVES);
  }

  private denominatorOf(gives: number): number {
    const known = this.ourDenominators[gives]!;
    if (known !== 0) return known;
    const { subjectWeights, subjectAsks } = this.setting;
    return (this.ourDenominators[gives] = denominator(
      subjectWeights,
      subjectAsks,
      this.subject.wants,
      gives,
      this.spec.enoughStated,
    ));
  }

  private theirDenominator(row: number): number {
    const wants = this.columns.facts[row * FACTS + FACT_AT.wants]!;
    const known = this.theirDenominators[wants]!;
    if (known !== 0) return known;
    const { candidateWeights, candidateAsks } = this.setting;
    return (this.theirDenominators[wants] = denominator(
      candidateWeights,
      candidateAsks,
      wants,
      this.subject.gives,
      this.spec.enoughStated,
    ));
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

  private count(a: number, b: number): void {
    const { verdict, setting } = this;
    const ours = this.owns(a, b, setting.subjectShare) ? positive(this.concepts.ourValues) : 0;
    const theirs = this.owns(b, a, setting.candidateShare) ? positive(this.concepts.theirValues) : 0;
    const both = ours | theirs;
    verdict.reasons =
      (verdict.isNamed ? 1 : 0) +
      countBits(both & ~DIRECTED) +
      countBits(ours & DIRECTED) +
      countBits(theirs & DIRECTED);
    verdict.telling = verdict.reasons - countBits(both & TRIVIAL);
  }
}

const positive = (values: Float64Array): number =>
  values.reduce((bits, value, code) => (value > 0 ? bits | (1 << code) : bits), 0);
