import type { BatchState, Verdict } from './decision-batch.js';
import { isOpen, type ReviewState } from './review-states.js';
import type { Scores } from './scores.js';

/** The stage of its call in which something was found; as calls name them. */
export type StageKey = 'concept' | 'full';

/** Why somebody was asked: to reach the quorum, because scores lay far apart, or for a revised version. */
export type AskedBecause = 'quorum' | 'spread' | 'revision';

/** What a reviewer writes; only the scores are looked at before it is handed in. */
export interface ReviewWords {
  readonly scores: Scores;
  /** For the applicant, who reads it once decisions are released. */
  readonly comment: string | null;
  /** For the panel alone. */
  readonly note: string | null;
  /** BCP 47 of comment and note. */
  readonly language: string | null;
}

export interface Review extends ReviewWords {
  readonly id: string;
  readonly callId: string;
  readonly stage: StageKey;
  readonly proposalId: string;
  readonly reviewerId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly round: number;
  readonly versionNumber: number;
  readonly because: AskedBecause;
  readonly state: ReviewState;
  readonly reason: string | null;
  readonly reasonLanguage: string | null;
  /** 0..100; null before it is handed in. */
  readonly total: number | null;
  readonly dueAt: Date;
  readonly submittedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
}

/** Somebody of the pool of a call. */
export interface CallReviewer {
  readonly id: string;
  readonly callId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly languages: readonly string[];
  readonly expertise: readonly string[];
  readonly reviewLimit: number;
  readonly endedAt: Date | null;
  readonly version: number;
  /** Reviews asked of them in this stage that are open or done. */
  readonly load: number;
  readonly submitted: number;
}

export interface ReviewComment {
  readonly id: string;
  readonly proposalId: string;
  readonly organizationId: string;
  readonly authorId: string;
  /** Null when the chair speaks. */
  readonly reviewerId: string | null;
  readonly body: string;
  readonly language: string;
  readonly createdAt: Date;
}

export type DeskVerb = 'eligible' | 'not-eligible' | 'ask-more' | 'readmit' | 'request-revision' | 'ready';

/** What the desk did with a proposal. */
export interface DeskStep {
  readonly id: string;
  readonly proposalId: string;
  readonly verb: DeskVerb;
  readonly ruleNumber: number | null;
  readonly fields: readonly string[];
  readonly words: string | null;
  readonly language: string | null;
  readonly dueAt: Date | null;
  readonly at: Date;
}

export interface DecisionBatch {
  readonly id: string;
  readonly callId: string;
  readonly stage: StageKey;
  /** The deciding body. */
  readonly organizationId: string;
  readonly state: BatchState;
  readonly agreedAt: Date | null;
  readonly releasedAt: Date | null;
  readonly version: number;
}

export interface ProposalDecision extends Verdict {
  readonly proposalId: string;
  readonly stage: StageKey;
  readonly batchId: string;
  readonly version: number;
  readonly releasedAt: Date | null;
}

/** Reviews of the newest round: what counts. */
export function newestRound<One extends { readonly round: number }>(reviews: readonly One[]): One[] {
  const newest = Math.max(0, ...reviews.map(({ round }) => round));
  return reviews.filter(({ round }) => round === newest);
}

/** Whether a person still has to review a proposal: until then they see nothing that others found, not at its desk either. */
export function owesReview(
  reviews: readonly Pick<Review, 'personId' | 'state'>[],
  personId: string,
): boolean {
  return reviews.some((review) => review.personId === personId && isOpen(review.state));
}

/** Reviews of one proposal as somebody at its desk may see them: while they owe one themselves, their own alone. */
export function visibleAtDesk<One extends Pick<Review, 'personId' | 'state'>>(
  reviews: readonly One[],
  personId: string,
): One[] {
  const owes = owesReview(reviews, personId);
  return reviews.filter((review) => !owes || review.personId === personId);
}

/**
 * Reviews of others as a reviewer may see them: none before the own of this round is in. Seeing scores before would
 * pull them towards each other, and so would knowing how many there are.
 */
export function visibleOthers(own: Review, reviews: readonly Review[]): Review[] {
  if (own.state !== 'submitted') return [];
  return reviews.filter(
    ({ id, round, state }) => id !== own.id && round <= own.round && state === 'submitted',
  );
}
