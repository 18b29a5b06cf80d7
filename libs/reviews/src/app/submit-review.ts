import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { Proposal } from '#libs/proposals';
import type { Review, ReviewWords } from '../domain/review.js';
import { ReviewIncomplete } from '../domain/reviews.errors.js';
import { scoreGaps, type ScoredCriterion, weightedTotal } from '../domain/scores.js';
import { AfterReview } from './after-review.js';
import { ReviewAccess } from './review-access.js';
import { assertReviewable, checkScores } from './review-checks.js';
import { ReviewMoves } from './review-moves.js';

/**
 * Hands a review in, once and for good: its total is counted, and the panel goes on.
 *
 * @throws NotFound, WrongState 409, ReviewingOver 409, ReviewIncomplete 422, InvalidInput 422, StaleVersion 412
 */
@Injectable()
export class SubmitReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ReviewAccess,
    private readonly moves: ReviewMoves,
    private readonly after: AfterReview,
  ) {}

  async execute(actor: Actor, id: string, changes: Partial<ReviewWords>, version?: number): Promise<Review> {
    const follow = await this.after.prepare(await this.access.load(actor, id));
    return this.unitOfWork.run(actor, async (tx) => {
      const { review, proposal } = await this.access.lock(tx, id);
      const { call, within } = follow;
      const total = totalOf(call.criteria, { ...review, ...changes }, review, proposal);
      const submitted = await this.moves.make(tx, review, 'submit', call.terms.organizationId, {
        ...changes,
        total,
        version,
      });
      await within(tx, proposal);
      return submitted;
    });
  }
}

function totalOf(
  criteria: readonly ScoredCriterion[],
  words: ReviewWords,
  review: Review,
  proposal: Proposal,
): number | null {
  // A review in another state is refused by the table, which says more than a missing score.
  if (review.state !== 'accepted') return null;
  assertReviewable(proposal);
  checkScores(criteria, words);
  const { missing } = scoreGaps(criteria, words.scores);
  if (missing.length > 0) throw new ReviewIncomplete(missing);
  return weightedTotal(criteria, words.scores);
}
