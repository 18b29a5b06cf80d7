import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { SeatKeeper } from './seat-keeper.js';

/** A member leaves. Errors: request/not-found, member/last-owner. */
@Injectable()
export class LeaveOrganization {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: SeatKeeper,
  ) {}

  async execute(actor: Actor, organizationId: string): Promise<void> {
    const { personId } = actor;
    await this.unitOfWork.run(actor, async (tx) => {
      const organization = await this.keeper.lock(tx, actor, 'belong', organizationId);
      const seat = await this.keeper.seat(tx, organizationId, personId);
      await this.keeper.assertAnotherOwner(tx, organization, seat);
      await this.keeper.leave(tx, seat, organizationId);
    });
  }
}
