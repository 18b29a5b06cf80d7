import { Injectable } from '@nestjs/common';
import { type Actor, StaleVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { SeatKeeper, seatSource } from './seat-keeper.js';

/**
 * Owners end somebody's seat: no request and no push of the organization reaches them any more. Their words stay
 * where they were said. Errors: request/not-found, request/stale-version, member/last-owner.
 */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: SeatKeeper,
  ) {}

  async execute(
    actor: Actor,
    { organizationId, personId }: { readonly organizationId: string; readonly personId: string },
    version: number,
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const organization = await this.keeper.lock(tx, actor, 'manage-members', organizationId);
      const seat = await this.keeper.seat(tx, organizationId, personId);
      if (seat.version !== version) throw new StaleVersion(seat.version);
      await this.keeper.assertAnotherOwner(tx, organization, seat);
      await this.keeper.end(tx, seat, organizationId);
      tx.audit({
        action: 'membership.remove',
        entityType: 'membership',
        entityId: seat.id,
        organizationId,
        fromState: seat.role,
      });
      tx.emit('member.removed', seatSource(seat, organizationId, seat.version + 1), { personId });
    });
  }
}
