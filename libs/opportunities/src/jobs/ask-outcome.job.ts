import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { ASK_OUTCOME } from '../app/opportunity-life.js';
import { WatchOpportunities } from '../app/watch-opportunities.js';

/** Asks owners what came of an opportunity that was filled. */
@Injectable()
export class AskOutcomeJob implements JobHandler<{ opportunityId: string }> {
  readonly job = ASK_OUTCOME;

  constructor(private readonly watch: WatchOpportunities) {}

  async perform({ opportunityId }: { opportunityId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.askOutcome(tx, opportunityId));
  }
}
