import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { InvitationRepository } from '../data/invitation.repository.js';
import { MembershipRepository } from '../data/membership.repository.js';
import { SecretariatStays } from '../domain/member.errors.js';
import { InvitationDesk } from './invitation-desk.js';
import { SeatKeeper } from './seat-keeper.js';
import { SetOrganizationState } from './set-organization-state.js';

/**
 * An owner closes the organization for good: its seats end, its invitations are taken back, nobody finds it any
 * more. Its name stays where it took part. Errors: request/not-found, organization/wrong-state,
 * organization/secretariat-stays.
 */
@Injectable()
export class CloseOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: SeatKeeper,
    private readonly setState: SetOrganizationState,
    private readonly desk: InvitationDesk,
    private readonly memberships: MembershipRepository,
    private readonly invitations: InvitationRepository,
  ) {}

  async execute(actor: Actor, organizationId: string, reason: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { kind } = await this.keeper.lock(tx, actor, 'manage-members', organizationId);
      if (kind === 'secretariat') throw new SecretariatStays();
      // While the seats are there, so that everybody who has one is told to ask again.
      await this.setState.execute(tx, organizationId, 'close', reason);
      for (const seat of await this.memberships.seatsOf(tx, organizationId)) {
        await this.keeper.end(tx, seat, organizationId);
        tx.audit({
          action: 'membership.end',
          entityType: 'membership',
          entityId: seat.id,
          organizationId,
          fromState: seat.role,
        });
      }
      for (const invitation of await this.invitations.ofOrganization(tx, organizationId)) {
        await this.desk.settle(tx, invitation, 'revoke');
      }
    });
  }
}
