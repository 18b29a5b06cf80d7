import type { ConceptGraph } from '../party.js';
import { PARTY_KINDS, type PartyKind } from '../party.js';
import { fuse } from '../score/fusion.js';
import { sidesOf } from '../score/sides.js';
import { FEATURE_CODES, isDemand, relationOf, type MatchSpec } from '../spec.js';
import { conceptMatrix, languageMatrix, type GrowingMatrix } from './closeness-matrix.js';
import { LIST } from './lists.js';
import type { PartyTable } from './party-table.js';
import { countBits, RowJudgement, weightsOf } from './row-judgement.js';
import { RowPenalties } from './row-penalties.js';

/** How a subject and candidates of one kind judge each other. */
export interface Setting {
  readonly subjectWeights: Float64Array;
  readonly candidateWeights: Float64Array;
  readonly subjectShare: number;
  readonly candidateShare: number;
  /** How far the subject's text lifts a candidate it names, and the reverse. */
  readonly subjectNames: number;
  readonly candidateNames: number;
  /** One of the two is an organization, so a name in a text means it. */
  readonly meansOrganization: boolean;
}

/** Undefined when the two kinds have nothing to say to each other. */
export function settingOf(subject: PartyKind, candidate: PartyKind, spec: MatchSpec): Setting | undefined {
  const relation = relationOf(subject, candidate);
  if (relation === undefined) return undefined;
  const { left, right } = sidesOf(subject, candidate, relation, spec);
  const { organization, published } = spec.namedLift;
  return {
    subjectWeights: weightsOf(left.weights),
    candidateWeights: weightsOf(right.weights),
    subjectShare: left.share,
    candidateShare: right.share,
    subjectNames: isDemand(candidate) ? published : organization,
    candidateNames: isDemand(subject) ? published : organization,
    meansOrganization: !isDemand(subject) || !isDemand(candidate),
  };
}

const maskOf = (...codes: readonly string[]): number =>
  FEATURE_CODES.reduce((bits, code, at) => (codes.includes(code) ? bits | (1 << at) : bits), 0);
/** Told once per direction; the others look the same from both sides. */
const DIRECTED = maskOf('offer_meets_need', 'sector_sought', 'place_sought');
/** True of every pair of its kinds. */
const TRIVIAL = maskOf('addressed_to');

/** A pair that cannot be. */
export const IMPOSSIBLE = -1;
/** A pair that cannot reach the score it would need. */
export const TOO_LOW = -2;
/** Room for rounding when a bound is compared with a score. */
export const SLACK = 1e-9;

/** Scores rows of one table: `scorePair` in numbers, without the explanation. */
export class RowScorer {
  /** Of the last row: how many reasons it has, how many of them tell something, and whether a text names it. */
  readonly verdict = { reasons: 0, telling: 0, isNamed: false };
  private readonly concepts: GrowingMatrix;
  private readonly languages: GrowingMatrix;
  private judgement: RowJudgement;
  private penalties: RowPenalties;

  constructor(
    private readonly table: PartyTable,
    private readonly spec: MatchSpec,
    graph: ConceptGraph,
  ) {
    this.concepts = conceptMatrix(table.dictionaries.concept, graph, spec);
    this.languages = languageMatrix(table.dictionaries.language);
    this.judgement = this.judgementNow();
    this.penalties = new RowPenalties(table, this.judgement, spec.penalties);
  }

  /** To be called before scoring when rows were added: columns and matrices may have grown. */
  prepare(): void {
    this.judgement = this.judgementNow();
    this.penalties = new RowPenalties(this.table, this.judgement, this.spec.penalties);
  }

  get prepared(): RowJudgement {
    return this.judgement;
  }

  /**
   * The score of a candidate, 0..1, to the last digit that of `scorePair`; `IMPOSSIBLE`; or `TOO_LOW` as soon as it is
   * clear that it stays below `least` (never for one that is named).
   */
  score(subject: number, candidate: number, setting: Setting, least: number): number {
    if (this.isImpossible(subject, candidate)) return IMPOSSIBLE;
    const { judgement } = this;
    const lift = this.lift(subject, candidate, setting);
    const left = this.penalties.left(subject, candidate);
    if (!this.verdict.isNamed && left < least - SLACK) return TOO_LOW;

    const a = judgement.judge(subject, candidate, setting.subjectWeights, false);
    const ours = judgement.positive;
    if (!this.verdict.isNamed && left * this.best(a, setting) < least - SLACK) return TOO_LOW;
    const b = judgement.judge(candidate, subject, setting.candidateWeights, true);
    const theirs = judgement.positive;

    const fusion = fuse(
      known(a),
      known(b),
      setting.subjectShare,
      setting.candidateShare,
      this.spec.reciprocity,
    );
    this.count(fusion.left > 0 ? ours : 0, fusion.right > 0 ? theirs : 0);
    const lifted = this.verdict.isNamed ? fusion.score + lift * (1 - fusion.score) : fusion.score;
    this.verdict.isNamed &&= setting.meansOrganization;
    return lifted * left;
  }

  /** What the fused score can at most be, given the subject's judgement. */
  private best(a: number, { subjectShare, candidateShare }: Setting): number {
    if (Number.isNaN(a)) return 1;
    return Math.max(a, fuse(a, 1, subjectShare, candidateShare, this.spec.reciprocity).score);
  }

  private isImpossible(subject: number, candidate: number): boolean {
    const { organization, from, to } = this.table.scalars;
    if (organization[subject] === organization[candidate]) return true;
    if (from[subject] === 0 || from[candidate] === 0) return false;
    return to[subject]! < from[candidate]! || to[candidate]! < from[subject]!;
  }

  private lift(subject: number, candidate: number, setting: Setting): number {
    const { organization } = this.table.scalars;
    const { judgement } = this;
    const byUs = judgement.has(LIST.namedPlaces, subject, organization[candidate]!);
    const byThem = judgement.has(LIST.namedPlaces, candidate, organization[subject]!);
    this.verdict.isNamed = byUs || byThem;
    return Math.max(byUs ? setting.subjectNames : 0, byThem ? setting.candidateNames : 0);
  }

  private count(ours: number, theirs: number): void {
    const named = this.verdict.isNamed ? 1 : 0;
    const both = ours | theirs;
    this.verdict.reasons =
      named + countBits(both & ~DIRECTED) + countBits(ours & DIRECTED) + countBits(theirs & DIRECTED);
    this.verdict.telling = this.verdict.reasons - countBits(both & TRIVIAL);
  }

  private judgementNow(): RowJudgement {
    const { sameCountry, enoughStated } = this.spec;
    return new RowJudgement(
      this.table,
      this.concepts.current(),
      this.languages.current(),
      sameCountry,
      enoughStated,
    );
  }
}

const known = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);

export const kindOf = (table: PartyTable, row: number): PartyKind => PARTY_KINDS[table.scalars.kind[row]!]!;
