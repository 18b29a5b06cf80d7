import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { REMIND_RECOMMENDER } from '../app/application-jobs.js';
import { WatchRecommendations } from '../app/watch-recommendations.js';

/** Recalls requests nobody has answered after a week. */
@Injectable()
export class RemindRecommenderJob implements JobHandler<{ recommendationId: string }> {
  readonly job = REMIND_RECOMMENDER;

  constructor(private readonly watch: WatchRecommendations) {}

  async perform({ recommendationId }: { recommendationId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.remind(tx, recommendationId));
  }
}
