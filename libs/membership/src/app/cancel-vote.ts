import { Injectable } from '@nestjs/common';
import { nextState } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { VoteRepository } from '../data/vote.repository.js';
import { voteTransitions } from '../domain/vote.js';

/** Ends a vote whose subject is gone, without counting it, inside the unit of work that took the subject away. */
@Injectable()
export class CancelVote {
  constructor(private readonly votes: VoteRepository) {}

  async execute(tx: Transaction, id: string): Promise<void> {
    const vote = await this.votes.lock(tx, id);
    if (!vote) return;
    const toState = nextState(voteTransitions, vote.state, 'cancel');
    await this.votes.cancel(tx, vote);
    await Timers.drop(tx, `vote:${id}`);
    await Timers.drop(tx, `vote-reminder:${id}`);
    const { organizationId } = vote;
    tx.audit({
      action: 'vote.cancel',
      entityType: 'vote',
      entityId: id,
      organizationId,
      fromState: vote.state,
      toState,
    });
    const seats = (await this.votes.seats(tx, [id])).get(id) ?? [];
    const source = { aggregateType: 'vote', aggregateId: id, seq: vote.version + 1, organizationId };
    for (const { organizationId: city, standing } of seats) {
      if (city !== null && standing === 'voting')
        tx.emit('vote.cancelled', source, { toOrganizationId: city });
    }
  }
}
