import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { REMIND_OF_END } from '../app/opportunity-life.js';
import { WatchOpportunities } from '../app/watch-opportunities.js';

/** Tells owners two weeks before the end. */
@Injectable()
export class RemindOfEndJob implements JobHandler<{ opportunityId: string }> {
  readonly job = REMIND_OF_END;

  constructor(private readonly watch: WatchOpportunities) {}

  async perform({ opportunityId }: { opportunityId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.remind(tx, opportunityId));
  }
}
