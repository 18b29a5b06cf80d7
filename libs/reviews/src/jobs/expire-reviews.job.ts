import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { type DueReviews, EXPIRE_REVIEWS } from '../app/ask-reviewers.js';
import { WatchReviews } from '../app/watch-reviews.js';

/** Gives reviews that were not done in time back to the desk. */
@Injectable()
export class ExpireReviewsJob implements JobHandler<DueReviews> {
  readonly job = EXPIRE_REVIEWS;

  constructor(private readonly watch: WatchReviews) {}

  async perform(due: DueReviews, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.expire(tx, due));
  }
}
