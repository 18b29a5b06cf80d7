import { Injectable } from '@nestjs/common';
import { PersonSeats, PersonsReader } from '#libs/identity';
import type { Transaction } from '#libs/platform/database';
import { InvitationRepository } from '../data/invitation.repository.js';
import { MembershipRepository } from '../data/membership.repository.js';
import { InvitationDesk } from './invitation-desk.js';
import { SeatKeeper } from './seat-keeper.js';

/** What identity asks before it lets a person go, and what it asks for then. */
@Injectable()
export class SeatsOfPersons extends PersonSeats {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly invitations: InvitationRepository,
    private readonly persons: PersonsReader,
    private readonly keeper: SeatKeeper,
    private readonly desk: InvitationDesk,
  ) {
    super();
  }

  async ownedAlone(tx: Transaction, personId: string): Promise<readonly string[]> {
    await this.lockAll(tx, personId);
    return this.memberships.ownedAlone(tx, personId);
  }

  async giveUp(tx: Transaction, personId: string): Promise<void> {
    for (const organizationId of await this.lockAll(tx, personId)) {
      const seat = await this.keeper.seat(tx, organizationId, personId);
      await this.keeper.leave(tx, seat, organizationId);
    }
    await this.declineInvitations(tx, personId);
  }

  /** In one order, so that two persons who go at once wait for each other and not in a ring. */
  private async lockAll(tx: Transaction, personId: string): Promise<readonly string[]> {
    const ids = await this.memberships.organizationsOf(tx, personId);
    for (const id of ids) await this.keeper.hold(tx, id);
    return ids;
  }

  private async declineInvitations(tx: Transaction, personId: string): Promise<void> {
    const account = await this.persons.account(personId, tx);
    if (!account) return;
    for (const { id } of await this.invitations.toAddress(tx, account.email)) {
      const invitation = await this.desk.lock(tx, id);
      if (invitation.state === 'open') await this.desk.settle(tx, invitation, 'decline');
    }
  }
}
