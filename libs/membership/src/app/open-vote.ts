import { Injectable } from '@nestjs/common';
import { ActiveOrganizationsReader, OrganizationsReader } from '#libs/organizations';
import { newId, type Transaction } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { ExcomSeatRepository } from '../data/excom-seat.repository.js';
import { VoteRepository } from '../data/vote.repository.js';
import { addDays } from '../domain/calendar.js';
import { electorateOf } from '../domain/electorate.js';
import { turnoutOf } from '../domain/tally.js';
import { QuorumOutOfReach } from '../domain/vote.errors.js';
import { type Vote, VOTE_DAYS, VOTE_REMINDER_DAYS } from '../domain/vote.js';
import { databaseNow } from './database-now.js';
import { CLOSE_VOTE, REMIND_VOTERS } from './timed-moves.js';

/**
 * Opens a vote of the Executive Committee inside the unit of work of the verb whose subject it is. The electorate
 * is computed from the member list as it is now and frozen. Answers the id of the vote.
 *
 * @throws QuorumOutOfReach 409 when so many seats are vacant that no ballots could decide it
 */
@Injectable()
export class OpenVote {
  constructor(
    private readonly votes: VoteRepository,
    private readonly seats: ExcomSeatRepository,
    private readonly activeOrganizations: ActiveOrganizationsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  async execute(
    tx: Transaction,
    subject: Pick<Vote, 'subjectType' | 'subjectId' | 'organizationId' | 'secrecy'>,
  ): Promise<string> {
    const { organizationId } = subject;
    const home = (await this.organizations.cards([organizationId], tx)).get(organizationId)?.cityId;
    const electorate = electorateOf(
      await this.activeOrganizations.memberCities(tx),
      await this.seats.holders(tx),
      new Set([organizationId, ...(home ? [home] : [])]),
    );
    const { voting, quorum } = turnoutOf(electorate.map(({ standing }) => standing));
    if (voting < quorum) throw new QuorumOutOfReach(quorum - voting);

    const id = newId();
    await this.votes.insert(tx, { ...subject, id, days: VOTE_DAYS }, electorate);
    await this.setTimers(tx, id);
    tx.audit({ action: 'vote.open', entityType: 'vote', entityId: id, organizationId, toState: 'open' });
    for (const { organizationId: city, standing } of electorate) {
      if (city === null || standing !== 'voting') continue;
      const source = { aggregateType: 'vote', aggregateId: id, seq: 1, organizationId };
      tx.emit('vote.opened', source, { toOrganizationId: city });
    }
    return id;
  }

  private async setTimers(tx: Transaction, id: string): Promise<void> {
    const closesAt = addDays(await databaseNow(tx), VOTE_DAYS);
    const payload = { voteId: id };
    await Timers.set(tx, CLOSE_VOTE, { key: `vote:${id}`, dueAt: closesAt, payload });
    const remindAt = addDays(closesAt, -VOTE_REMINDER_DAYS);
    await Timers.set(tx, REMIND_VOTERS, { key: `vote-reminder:${id}`, dueAt: remindAt, payload });
  }
}
