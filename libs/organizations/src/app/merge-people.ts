import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import { Principals } from '#libs/platform/auth';
import type { Transaction } from '#libs/platform/database';
import { InvitationRepository } from '../data/invitation.repository.js';
import { MembershipRepository } from '../data/membership.repository.js';
import { OrganizationRepository } from '../data/organization.repository.js';
import { roleAfterMerge, topRole } from '../domain/member-roles.js';
import { InvitationDesk } from './invitation-desk.js';
import { type MergedLine, type MergedPair, MergePart } from './merge-part.js';
import { SeatKeeper } from './seat-keeper.js';

/**
 * Everybody of the second entry has a seat in the first; who had one there keeps that. Open invitations are taken
 * back: their mails name an organization that is no more.
 */
@Injectable()
export class MergePeople extends MergePart {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly memberships: MembershipRepository,
    private readonly invitations: InvitationRepository,
    private readonly keeper: SeatKeeper,
    private readonly desk: InvitationDesk,
    private readonly principals: Principals,
  ) {
    super();
  }

  override async move(tx: Transaction, pair: MergedPair): Promise<MergedLine[]> {
    return [await this.moveSeats(tx, pair), await this.endInvitations(tx, pair)];
  }

  private async moveSeats(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine> {
    const into = await this.organizations.byId(tx, intoId);
    if (!into) throw new NotFound();
    const hasOwner = (await this.memberships.countOfRole(tx, intoId, topRole(into.kind))) > 0;
    let moved = 0;
    const seats = await this.memberships.seatsOf(tx, fromId);
    for (const seat of seats) {
      await this.keeper.dropOffer(tx, seat, fromId);
      const isThere = (await this.memberships.seat(tx, intoId, seat.personId)) !== undefined;
      const role = roleAfterMerge(into.kind, seat.role, hasOwner);
      if (isThere) await this.memberships.remove(tx, seat);
      else await this.memberships.moveTo(tx, seat, intoId, role);
      if (!isThere) moved += 1;
      tx.audit({
        action: isThere ? 'membership.end' : 'membership.move',
        entityType: 'membership',
        entityId: seat.id,
        organizationId: isThere ? fromId : intoId,
        fromState: seat.role,
        toState: isThere ? null : role,
      });
      await this.principals.announce(tx, { personId: seat.personId });
    }
    return { record: 'seat', moved, stayed: seats.length - moved };
  }

  private async endInvitations(tx: Transaction, { fromId }: MergedPair): Promise<MergedLine> {
    const open = await this.invitations.ofOrganization(tx, fromId);
    for (const invitation of open) await this.desk.settle(tx, invitation, 'revoke');
    return { record: 'invitation', moved: 0, stayed: open.length };
  }
}
