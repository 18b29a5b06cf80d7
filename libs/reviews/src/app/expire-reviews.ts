import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ReviewRepository } from '../data/review.repository.js';
import { AfterReview, type Prepared } from './after-review.js';
import type { DueReviews } from './ask-reviewers.js';
import { EndReview } from './end-review.js';

/** Ends what is not done in time: the panel goes on with what it has, or the desk asks somebody else. */
@Injectable()
export class ExpireReviews {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly after: AfterReview,
    private readonly endReview: EndReview,
  ) {}

  /** Asked before the transaction: it reads by connections of its own. */
  async prepare({ callId }: DueReviews): Promise<Prepared> {
    return this.after.prepare({ callId });
  }

  async within(tx: Transaction, { callId, dueAt }: DueReviews, follow: Prepared): Promise<void> {
    for (const review of await this.reviews.openDueAt(tx, callId, dueAt))
      await this.endReview.within(tx, review, 'expire', follow);
  }
}
