import { Injectable } from '@nestjs/common';
import { assertVersion, nextState } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { type ReviewMarks, ReviewRepository } from '../data/review.repository.js';
import type { Review } from '../domain/review.js';
import { reviewTransitions, type ReviewVerb } from '../domain/review-states.js';

/** The one way a review changes its state: by the table, with its trail and event. */
@Injectable()
export class ReviewMoves {
  constructor(private readonly reviews: ReviewRepository) {}

  /**
   * @param runnerId the organization that runs the call: the trail and the event are its own
   * @throws WrongState 409, StaleVersion 412
   */
  async make(
    tx: Transaction,
    review: Review,
    verb: ReviewVerb,
    runnerId: string,
    marks: ReviewMarks & { version?: number | undefined } = {},
  ): Promise<Review> {
    const { version, ...said } = marks;
    const toState = nextState(reviewTransitions, review.state, verb);
    assertVersion(review.version, version);
    await this.reviews.move(tx, review, toState, said);
    tx.audit({
      action: `review.${verb}`,
      entityType: 'review',
      entityId: review.id,
      organizationId: runnerId,
      fromState: review.state,
      toState,
    });
    const source = {
      aggregateType: 'review',
      aggregateId: review.id,
      seq: review.version + 1,
      organizationId: runnerId,
    };
    if (verb === 'submit') tx.emit('review.submitted', source, {});
    else if (verb !== 'accept') tx.emit('review.given-back', source, { callId: review.callId });
    return this.reviews.get(tx, review.id);
  }
}
