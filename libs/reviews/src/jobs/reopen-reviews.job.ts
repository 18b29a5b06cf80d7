import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { WatchReviews } from '../app/watch-reviews.js';

/** A revised proposal goes to the same reviewers again. */
@Injectable()
export class ReopenReviewsJob implements JobHandler<EventEnvelope<'proposal.supplied'>> {
  readonly job = defineJob<EventEnvelope<'proposal.supplied'>>({
    name: 'reopen-reviews',
    queue: 'default',
    on: ['proposal.supplied'],
  });

  constructor(private readonly watch: WatchReviews) {}

  async perform({ aggregateId }: EventEnvelope<'proposal.supplied'>, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.reopen(tx, aggregateId));
  }
}
