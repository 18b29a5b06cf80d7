import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { EXPIRE_OPPORTUNITY } from '../app/opportunity-life.js';
import { WatchOpportunities } from '../app/watch-opportunities.js';

/** Ends opportunities whose time is over. */
@Injectable()
export class ExpireOpportunityJob implements JobHandler<{ opportunityId: string }> {
  readonly job = EXPIRE_OPPORTUNITY;

  constructor(private readonly watch: WatchOpportunities) {}

  async perform({ opportunityId }: { opportunityId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.expire(tx, opportunityId));
  }
}
