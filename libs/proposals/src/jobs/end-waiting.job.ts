import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { EndWaiting } from '../app/end-waiting.js';
import { END_WAITING } from '../app/proposal-steps.js';

/** Started by the timer of what was asked for. */
@Injectable()
export class EndWaitingJob implements JobHandler<{ proposalId: string }> {
  readonly job = END_WAITING;

  constructor(private readonly endWaiting: EndWaiting) {}

  async perform({ proposalId }: { proposalId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.endWaiting.execute(tx, proposalId));
  }
}
