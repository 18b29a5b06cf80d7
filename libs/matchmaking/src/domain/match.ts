import type { Fit, MatchState, MatchSubject } from '#libs/contracts';
import type { MatchInterest } from './interest.js';

/** What is matched: a proposal, an opportunity, a consulting request, or an organization as a whole. */
export interface SubjectRef {
  readonly type: MatchSubject;
  readonly id: string;
}

/** One of the two that are matched, and the organization that stands behind it. */
export interface MatchSide extends SubjectRef {
  readonly organizationId: string;
}

/** One compared fact: a code, a language, a place, a number. `type` says what, `_sought` and `_required` mark wishes. */
export interface MatchFact {
  readonly type: string;
  readonly value: string | number;
  /** The words it was read in, and their BCP 47 language. */
  readonly quote?: string;
  readonly language?: string;
}

/** A term of the score, with the facts that were compared. */
export interface MatchReason {
  readonly code: string;
  readonly contribution: number;
  readonly facts: { readonly ours: readonly MatchFact[]; readonly theirs: readonly MatchFact[] };
}

/** What was found when two sides were compared. `ours` are the facts of one side, `theirs` those of the other. */
export interface Comparison {
  /** 0–1. */
  readonly score: number;
  readonly fit: Fit;
  /** What each side thinks of the other, 0–1; null where it stated nothing. */
  readonly ourScore: number | null;
  readonly theirScore: number | null;
  /** Weightiest first; with `unmet`, whose contributions are negative, they add up to the score. */
  readonly reasons: readonly MatchReason[];
  readonly unmet: readonly MatchReason[];
  /** `ours.<what>` or `theirs.<what>`, sorted. */
  readonly notStated: readonly string[];
}

/** A pair as it is kept: each pair once, whoever was compared with whom; `ours` are the facts of `left`. */
export interface Pair {
  readonly left: MatchSide;
  readonly right: MatchSide;
  readonly comparison: Comparison;
}

/** What puts a match in a list where score alone would not. */
export const LIST_MOVES = ['less_crowded', 'more_diverse', 'place_for_sme', 'place_for_new_member'] as const;
export type ListMove = (typeof LIST_MOVES)[number];

/** Why it is in a list; both sides are told of both lists. */
export interface ListNote {
  readonly code: ListMove;
  readonly list: 'ours' | 'theirs';
}

/** A match as the organization behind `subject` sees it. */
export interface Match extends Comparison {
  readonly id: string;
  readonly subject: MatchSide;
  readonly counterpart: MatchSide;
  /** Empty where score alone put it in the lists. */
  readonly notes: readonly ListNote[];
  readonly state: MatchState;
  /** The last interest between the two that was not withdrawn. */
  readonly interest: MatchInterest | null;
  /** False once one side was withdrawn, closed or left: nobody can begin anything any more. */
  readonly isOpen: boolean;
  readonly computedAt: Date;
  readonly version: number;
}

/** The more concrete side stands left, so that a proposal always does and an organization only beside another. */
const ORDER: Readonly<Record<MatchSubject, number>> = {
  proposal: 0,
  consulting_request: 1,
  opportunity: 2,
  organization: 3,
};

/** Whether `a` stands left of `b`: by kind, then by id. */
export function standsLeft(a: SubjectRef, b: SubjectRef): boolean {
  return ORDER[a.type] - ORDER[b.type] < 0 || (a.type === b.type && a.id < b.id);
}

/** The same comparison from the other side: same score and codes, facts and marks swapped. */
export function turned(comparison: Comparison): Comparison {
  const turn = ({ facts, ...reason }: MatchReason): MatchReason => ({
    ...reason,
    facts: { ours: facts.theirs, theirs: facts.ours },
  });
  return {
    score: comparison.score,
    fit: comparison.fit,
    ourScore: comparison.theirScore,
    theirScore: comparison.ourScore,
    reasons: comparison.reasons.map(turn),
    unmet: comparison.unmet.map(turn),
    notStated: comparison.notStated.map(turnedMark).sort(),
  };
}

function turnedMark(mark: string): string {
  return mark.startsWith('ours.') ? mark.replace('ours.', 'theirs.') : mark.replace('theirs.', 'ours.');
}

/** Names a side in maps. */
export function keyOf({ type, id }: SubjectRef): string {
  return `${type} ${id}`;
}
