import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, assertVersion, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { VoteRepository } from '../data/vote.repository.js';
import type { Choice } from '../domain/tally.js';
import { NotASignatory, VoteClosed, VoteConflict } from '../domain/vote.errors.js';
import { mayVoteForCity } from '../domain/vote.policy.js';
import { isComplete, seatOf } from '../domain/vote.js';
import { CloseVote } from './close-vote.js';
import { VoteAccess } from './vote-access.js';

/**
 * A city of the Executive Committee votes, or changes its vote while the vote is open. The row of the vote is locked,
 * so two people of one city leave one ballot, and nothing comes in after the close. The last ballot closes the vote.
 *
 * @throws NotFound, NotASignatory 403, VoteConflict 409, VoteClosed 409, StaleVersion 412
 */
@Injectable()
export class CastBallot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: VoteAccess,
    private readonly votes: VoteRepository,
    private readonly closeVote: CloseVote,
  ) {}

  async execute(actor: Actor, id: string, choice: Choice, version?: number): Promise<void> {
    const { id: city } = actingOrganization(actor);
    await this.unitOfWork.run(actor, async (tx) => {
      const { vote, seats } = await this.access.lock(tx, id);
      const seat = seatOf(seats, city);
      if (!seat) throw new NotFound();
      if (seat.standing !== 'voting') throw new VoteConflict();
      if (!mayVoteForCity(actor)) throw new NotASignatory();
      if (vote.state !== 'open' || (await this.votes.isOver(tx, id))) throw new VoteClosed();
      assertVersion(vote.version, version);

      await this.votes.cast(tx, seat.id, choice);
      // What was chosen is nobody's business but the ballot's.
      tx.audit({ action: 'vote.cast', entityType: 'vote', entityId: id });
      const { organizationId } = vote;
      const source = { aggregateType: 'vote', aggregateId: id, seq: vote.version, organizationId };
      tx.emit('vote.cast', source, { byOrganizationId: city });
      if (isComplete(seats, seat)) await this.closeVote.execute(tx, vote, 'all-voted');
    });
  }
}
