import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { type DueReviews, EXPIRE_REVIEWS } from '../app/ask-reviewers.js';
import { ExpireReviews } from '../app/expire-reviews.js';

/** Gives reviews that were not done in time back to the desk. */
@Injectable()
export class ExpireReviewsJob implements JobHandler<DueReviews> {
  readonly job = EXPIRE_REVIEWS;

  constructor(private readonly expireReviews: ExpireReviews) {}

  async perform(due: DueReviews, context: JobContext): Promise<void> {
    const follow = await this.expireReviews.prepare(due);
    await context.once((tx) => this.expireReviews.within(tx, due, follow));
  }
}
