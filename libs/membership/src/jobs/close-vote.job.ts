import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { VoteClock } from '../app/vote-clock.js';
import { CLOSE_VOTE } from '../app/timed-moves.js';

/** Counts a vote when its window is over. */
@Injectable()
export class CloseVoteJob implements JobHandler<{ voteId: string }> {
  readonly job = CLOSE_VOTE;

  constructor(private readonly votes: VoteClock) {}

  async perform({ voteId }: { voteId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.votes.close(tx, voteId));
  }
}
