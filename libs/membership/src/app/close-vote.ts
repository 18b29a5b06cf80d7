import { Injectable } from '@nestjs/common';
import { nextState } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { VoteRepository } from '../data/vote.repository.js';
import { resultOf, tallyOf } from '../domain/tally.js';
import { type Closing, type Vote, voteTransitions } from '../domain/vote.js';
import { DecideAdmission } from './decide-admission.js';

/**
 * Counts a locked vote and lets its subject follow from the result, all in one transaction. The choices of a secret
 * vote are erased; the count stays.
 *
 * @throws WrongState 409
 */
@Injectable()
export class CloseVote {
  constructor(
    private readonly votes: VoteRepository,
    private readonly decideAdmission: DecideAdmission,
  ) {}

  async execute(tx: Transaction, vote: Vote, because: Closing): Promise<void> {
    const { id, organizationId } = vote;
    const toState = nextState(voteTransitions, vote.state, 'close');
    const seats = (await this.votes.seats(tx, [id])).get(id) ?? [];
    const choices = seats.flatMap(({ choice }) => choice ?? []);
    const result = resultOf(
      tallyOf(
        seats.map(({ standing }) => standing),
        choices,
      ),
    );
    const closed = await this.votes.close(tx, vote, result, because);
    await Timers.drop(tx, `vote:${id}`);
    await Timers.drop(tx, `vote-reminder:${id}`);

    tx.audit({
      action: 'vote.close',
      entityType: 'vote',
      entityId: id,
      organizationId,
      fromState: vote.state,
      toState,
    });
    const source = { aggregateType: 'vote', aggregateId: id, seq: closed.version, organizationId };
    tx.emit('vote.counted', source, {});
    for (const { organizationId: city } of seats) {
      if (city !== null) tx.emit('vote.closed', source, { toOrganizationId: city });
    }
    await this.decideAdmission.execute(tx, closed, result);
  }
}
