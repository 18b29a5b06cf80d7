import type { Proposal } from '#libs/proposals';
import type { ReviewWords } from '../domain/review.js';
import { ReviewingOver, wrongScores } from '../domain/reviews.errors.js';
import { scoreGaps, type ScoredCriterion } from '../domain/scores.js';

/** @throws InvalidInput 422: a score that the call does not know, or out of its range */
export function checkScores(criteria: readonly ScoredCriterion[], { scores }: Partial<ReviewWords>): void {
  const wrong = scores ? scoreGaps(criteria, scores).wrong : [];
  if (wrong.length > 0) throw wrongScores(wrong);
}

/** @throws ReviewingOver 409 */
export function assertReviewable({ state }: Proposal): void {
  if (state !== 'in_review') throw new ReviewingOver(state);
}
