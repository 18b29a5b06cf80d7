import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { EXPIRE_RECOMMENDATION } from '../app/application-jobs.js';
import { WatchRecommendations } from '../app/watch-recommendations.js';

/** Ends requests nobody has answered in time. */
@Injectable()
export class ExpireRecommendationJob implements JobHandler<{ recommendationId: string }> {
  readonly job = EXPIRE_RECOMMENDATION;

  constructor(private readonly watch: WatchRecommendations) {}

  async perform({ recommendationId }: { recommendationId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.expire(tx, recommendationId));
  }
}
