import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { VoteClock } from '../app/vote-clock.js';
import { REMIND_VOTERS } from '../app/timed-moves.js';

/** Reminds the cities whose ballots are missing. */
@Injectable()
export class RemindVotersJob implements JobHandler<{ voteId: string }> {
  readonly job = REMIND_VOTERS;

  constructor(private readonly votes: VoteClock) {}

  async perform({ voteId }: { voteId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.votes.remind(tx, voteId));
  }
}
