import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { type DueReviews, REMIND_REVIEWERS } from '../app/ask-reviewers.js';
import { WatchReviews } from '../app/watch-reviews.js';

/** Tells reviewers that a review is due soon. */
@Injectable()
export class RemindReviewersJob implements JobHandler<DueReviews> {
  readonly job = REMIND_REVIEWERS;

  constructor(private readonly watch: WatchReviews) {}

  async perform(due: DueReviews, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.remind(tx, due));
  }
}
