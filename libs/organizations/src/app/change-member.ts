import { Injectable } from '@nestjs/common';
import { type Actor, StaleVersion } from '#libs/kernel';
import { Principals } from '#libs/platform/auth';
import { UnitOfWork } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { assertSeatIsPossible, topRole } from '../domain/member-roles.js';
import { SeatKeeper, seatSource } from './seat-keeper.js';

export interface MemberChanges {
  readonly role?: string;
  readonly signatory?: boolean;
}

/**
 * Owners give a member another role or the signatory mark; it holds with the member's next request.
 * Errors: request/not-found, request/stale-version, organization/unknown-role, member/signatory-of-cities-only,
 * member/last-owner.
 */
@Injectable()
export class ChangeMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: SeatKeeper,
    private readonly memberships: MembershipRepository,
    private readonly principals: Principals,
  ) {}

  async execute(
    actor: Actor,
    { organizationId, personId }: { readonly organizationId: string; readonly personId: string },
    version: number,
    changes: MemberChanges,
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const organization = await this.keeper.lock(tx, actor, 'manage-members', organizationId);
      const seat = await this.keeper.seat(tx, organizationId, personId);
      if (seat.version !== version) throw new StaleVersion(seat.version);
      assertSeatIsPossible(organization.kind, changes);
      const { role = seat.role, signatory = seat.signatory } = changes;
      if (role !== topRole(organization.kind)) {
        await this.keeper.assertAnotherOwner(tx, organization, seat);
        if (role !== seat.role) await this.keeper.dropOffer(tx, seat, organizationId);
      }
      const changed = await this.memberships.change(tx, seat, { role, signatory });
      tx.audit({
        action: 'membership.change',
        entityType: 'membership',
        entityId: seat.id,
        organizationId,
        fromState: seat.role,
        toState: role,
      });
      tx.emit('member.changed', seatSource(seat, organizationId, changed), { personId });
      await this.principals.announce(tx, { personId });
    });
  }
}
