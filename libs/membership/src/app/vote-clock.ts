import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { VoteRepository } from '../data/vote.repository.js';
import { CloseVote } from './close-vote.js';

/** What time does to votes. */
@Injectable()
export class VoteClock {
  constructor(
    private readonly votes: VoteRepository,
    private readonly closeVote: CloseVote,
  ) {}

  /** Counts a vote whose window is over, if nobody has. */
  async close(tx: Transaction, id: string): Promise<void> {
    const vote = await this.votes.lock(tx, id);
    if (vote?.state !== 'open' || !(await this.votes.isOver(tx, id))) return;
    await this.closeVote.execute(tx, vote, 'window-ended');
  }

  /** Reminds every city that may vote and has not. */
  async remind(tx: Transaction, id: string): Promise<void> {
    const vote = await this.votes.lock(tx, id);
    if (vote?.state !== 'open') return;
    const { organizationId, version } = vote;
    const source = { aggregateType: 'vote', aggregateId: id, seq: version, organizationId };
    for (const seat of (await this.votes.seats(tx, [id])).get(id) ?? []) {
      if (seat.standing !== 'voting' || seat.castAt || seat.organizationId === null) continue;
      tx.emit('vote.reminded', source, { toOrganizationId: seat.organizationId });
    }
  }
}
