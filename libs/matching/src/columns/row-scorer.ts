import { fusedScore } from '../score/fusion.js';
import { FEATURE_CODES, type FeatureCode, type MatchSpec } from '../spec.js';
import type { Codebook, CodedParty } from './codebook.js';
import type { Columns } from './columns.js';
import { CoverageTable } from './coverage-table.js';
import { LIST, LISTS, type ListNumber } from './lists.js';
import { OurConditions } from './our-conditions.js';
import type { Setting } from './settings.js';
import { askedOf, countBits, denominator, FEATURE, STATEMENTS, weightOf } from './statements.js';
import { TheirConditions } from './their-conditions.js';

const maskOf = (...codes: readonly FeatureCode[]): number =>
  codes.reduce((bits, code) => bits | (1 << FEATURE[code]), 0);
/** Told once per direction; the others look the same from both sides. */
const DIRECTED = maskOf('offer_meets_need', 'sector_sought', 'place_sought');
/** True of every pair of its kinds. */
const TRIVIAL = maskOf('addressed_to');
const CONCEPTS = maskOf(
  'offer_meets_need',
  'themes_in_common',
  'sector_sought',
  'markets_in_common',
  'areas_covered',
);
const NOTHING: readonly number[] = [];

/** A pair that cannot be. */
export const IMPOSSIBLE = -1;
/** A pair that cannot reach the score it would need. */
export const TOO_LOW = -2;
/** Room for rounding when a bound is compared with a score. */
export const SLACK = 1e-9;

/** What the candidates at hand have in common: what they at least lose of the worth, and at most keep of the score. */
export interface Common {
  readonly subjectLoss: number;
  /** What they can think of the subject, at most. */
  readonly candidate: number;
  readonly keep: number;
}

export const ANYBODY: Common = { subjectLoss: 0, candidate: 1, keep: 1 };

/**
 * Scores the rows of one table for one subject: `scorePair` in numbers, without the explanation, the same operations in
 * the same order, so that both give the same double. Stops as soon as a row clearly stays below what it would need.
 */
export class RowScorer {
  /** Of the last row that got a score: its reasons, how many of them tell something, and whether a text names it. */
  readonly verdict = { reasons: 0, telling: 0, isNamed: false };
  private readonly offers: CoverageTable;
  private readonly themes: CoverageTable;
  private readonly sectors: CoverageTable;
  private readonly markets: CoverageTable;
  private readonly areas: CoverageTable;
  private readonly ours: OurConditions;
  private readonly theirs: TheirConditions;
  /** What each feature of the last row was worth, weight counted: to the subject, and to the row. */
  private readonly ourValues = new Float64Array(FEATURE_CODES.length);
  private readonly theirValues = new Float64Array(FEATURE_CODES.length);
  /** By what the row states; 0: not yet worked out. */
  private readonly ourDenominators = new Float64Array(STATEMENTS);
  private readonly theirDenominators = new Float64Array(STATEMENTS);
  private subject!: CodedParty;
  private columns!: Columns;
  private setting!: Setting;
  private offeredBothWays = { ours: false, sectors: false, areas: false };
  /** The worth that features without concepts can have for the subject. */
  private ourRest = 0;

  constructor(
    private readonly codes: Codebook,
    private readonly spec: MatchSpec,
  ) {
    this.offers = new CoverageTable(codes);
    this.themes = new CoverageTable(codes);
    this.sectors = new CoverageTable(codes);
    this.markets = new CoverageTable(codes);
    this.areas = new CoverageTable(codes);
    this.ours = new OurConditions(codes, spec);
    this.theirs = new TheirConditions(codes, spec);
  }

  /** Prepares everything that depends on the subject alone; call it for each search. */
  fill(subject: CodedParty, columns: Columns, setting: Setting): void {
    this.subject = subject;
    this.columns = columns;
    this.setting = setting;
    const list = (number: ListNumber): readonly number[] => subject.lists[number]!;
    this.offers.fill(list(LIST.seeks), list(LIST.offers));
    this.themes.fill(list(LIST.themes), list(LIST.themes));
    this.sectors.fill(list(LIST.soughtSectors), list(LIST.sectors));
    this.markets.fill(list(LIST.markets), list(LIST.markets));
    const { subjectAsks, candidateAsks, subjectWeights } = setting;
    const areas = (asks: number): readonly number[] =>
      ((asks >>> FEATURE.areas_covered) & 1) === 1 ? list(LIST.areas) : NOTHING;
    this.areas.fill(areas(subjectAsks), areas(candidateAsks));
    this.ours.fill(subject, columns, setting);
    this.theirs.fill(subject, columns, setting);
    this.ourDenominators.fill(0);
    this.theirDenominators.fill(0);
    const asked = askedOf(subjectAsks, subject.wants);
    this.ourRest = weightOf(subjectWeights, asked & ~CONCEPTS);
    const addressed = ((subjectAsks >>> FEATURE.addressed_to) & 1) === 1 ? 1 : 0;
    this.ourValues[FEATURE.addressed_to] = addressed * subjectWeights[FEATURE.addressed_to]!;
    this.theirValues[FEATURE.addressed_to] = addressed * setting.candidateWeights[FEATURE.addressed_to]!;
  }

  /**
   * The score of a row that nobody's text names, 0..1, to the last digit that of `scorePair`; `IMPOSSIBLE`; or
   * `TOO_LOW` as soon as it is clear that it stays below `least`.
   */
  score(row: number, { subjectLoss, candidate, keep }: Common, least: number): number {
    if (this.isImpossible(row)) return IMPOSSIBLE;
    const bound = least - SLACK;
    const { subjectShare, candidateShare } = this.setting;
    const concepts = this.ourConcepts(row);
    const ourDenominator = this.ourDenominator(row);
    const most = Math.min(1, (concepts + this.ourRest - subjectLoss) / ourDenominator);
    if (mostOf(most, candidate, subjectShare, candidateShare) * keep < bound) return TOO_LOW;

    const a = this.ours.add(row, concepts, this.ourValues) / ourDenominator;
    const left = this.ours.left[0]!;
    if (mostOf(a, candidate, subjectShare, candidateShare) * left < bound) return TOO_LOW;

    const b = this.theirs.add(row, this.theirConcepts(row), this.theirValues) / this.theirDenominator(row);
    const rest = left * this.theirs.left[0]!;
    if ((subjectShare * a + candidateShare * b) * rest < bound) return TOO_LOW;
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
    const a = this.ours.add(row, this.ourConcepts(row), this.ourValues) / this.ourDenominator(row);
    const b = this.theirs.add(row, this.theirConcepts(row), this.theirValues) / this.theirDenominator(row);
    const fused = this.fused(a, b);
    this.verdict.isNamed = true;
    this.count(a, b);
    this.verdict.isNamed = meansOrganization;
    return (fused + lift * (1 - fused)) * (this.ours.left[0]! * this.theirs.left[0]!);
  }

  private isImpossible(row: number): boolean {
    const { subject, columns } = this;
    if (columns.organization[row] === subject.organization) return true;
    const from = columns.from[row]!;
    if (subject.from === 0 || from === 0) return false;
    return subject.to < from || columns.to[row]! < subject.from;
  }

  private ourConcepts(row: number): number {
    const { ourValues, columns, setting } = this;
    const { entries, begins } = columns;
    const weights = setting.subjectWeights;
    const at = row * LISTS.length;
    const themes = begins[at + LIST.themes]!;
    const sectors = begins[at + LIST.sectors]!;
    const markets = begins[at + LIST.markets]!;
    const areas = begins[at + LIST.areas]!;
    const byOffers =
      weights[FEATURE.offer_meets_need]! * this.offers.ours(entries, begins[at]!, begins[at + 1]!);
    const byThemes = weights[FEATURE.themes_in_common]! * this.themes.ours(entries, themes, sectors);
    const bySectors = weights[FEATURE.sector_sought]! * this.sectors.ours(entries, sectors, markets);
    const byMarkets = weights[FEATURE.markets_in_common]! * this.markets.ours(entries, markets, areas);
    const byAreas =
      weights[FEATURE.areas_covered]! *
      this.areas.ours(entries, areas, begins[at + LIST.soughtSectors]!);
    ourValues[FEATURE.offer_meets_need] = byOffers;
    ourValues[FEATURE.themes_in_common] = byThemes;
    ourValues[FEATURE.sector_sought] = bySectors;
    ourValues[FEATURE.markets_in_common] = byMarkets;
    ourValues[FEATURE.areas_covered] = byAreas;
    return byOffers + byThemes + bySectors + byMarkets + byAreas;
  }

  private theirConcepts(row: number): number {
    const { theirValues, columns, setting } = this;
    const { entries, begins } = columns;
    const weights = setting.candidateWeights;
    const at = row * LISTS.length;
    const seeks = begins[at + LIST.seeks]!;
    const themes = begins[at + LIST.themes]!;
    const markets = begins[at + LIST.markets]!;
    const areas = begins[at + LIST.areas]!;
    const wished = begins[at + LIST.soughtSectors]!;
    const byOffers = weights[FEATURE.offer_meets_need]! * this.offers.theirs(entries, seeks, themes);
    const byThemes =
      weights[FEATURE.themes_in_common]! *
      this.themes.theirs(entries, themes, begins[at + LIST.sectors]!);
    const bySectors =
      weights[FEATURE.sector_sought]! * this.sectors.theirs(entries, wished, begins[at + LISTS.length]!);
    const byMarkets = weights[FEATURE.markets_in_common]! * this.markets.theirs(entries, markets, areas);
    const byAreas = weights[FEATURE.areas_covered]! * this.areas.theirs(entries, areas, wished);
    theirValues[FEATURE.offer_meets_need] = byOffers;
    theirValues[FEATURE.themes_in_common] = byThemes;
    theirValues[FEATURE.sector_sought] = bySectors;
    theirValues[FEATURE.markets_in_common] = byMarkets;
    theirValues[FEATURE.areas_covered] = byAreas;
    return byOffers + byThemes + bySectors + byMarkets + byAreas;
  }

  private ourDenominator(row: number): number {
    const gives = this.columns.gives[row]!;
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
    const wants = this.columns.wants[row]!;
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
    const ours = this.owns(a, b, setting.subjectShare) ? positive(this.ourValues) : 0;
    const theirs = this.owns(b, a, setting.candidateShare) ? positive(this.theirValues) : 0;
    const both = ours | theirs;
    verdict.reasons =
      (verdict.isNamed ? 1 : 0) +
      countBits(both & ~DIRECTED) +
      countBits(ours & DIRECTED) +
      countBits(theirs & DIRECTED);
    verdict.telling = verdict.reasons - countBits(both & TRIVIAL);
  }
}

/** The most a fusion can come to: the geometric mean is not above the other one. A silent side promises everything. */
const mostOf = (a: number, b: number, ours: number, theirs: number): number =>
  Number.isNaN(a) ? 1 : ours * a + theirs * b;

const positive = (values: Float64Array): number =>
  values.reduce((bits, value, code) => (value > 0 ? bits | (1 << code) : bits), 0);
