import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { OwnershipOfferRepository } from '../data/ownership-offer.repository.js';
import { OwnershipAlreadyOffered, OwnershipCannotGoThere } from '../domain/member.errors.js';
import { topRole } from '../domain/member-roles.js';
import { SeatKeeper } from './seat-keeper.js';

/**
 * An owner offers the place to another member, who must accept. Errors: request/not-found,
 * ownership/already-offered, ownership/not-a-successor.
 */
@Injectable()
export class OfferOwnership {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: SeatKeeper,
    private readonly memberships: MembershipRepository,
    private readonly offers: OwnershipOfferRepository,
  ) {}

  async execute(actor: Actor, organizationId: string, toPersonId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const organization = await this.keeper.lock(tx, actor, 'manage-members', organizationId);
      const successor = await this.memberships.seat(tx, organizationId, toPersonId);
      if (!successor || successor.role === topRole(organization.kind)) throw new OwnershipCannotGoThere();
      if (await this.offers.open(tx, organizationId)) throw new OwnershipAlreadyOffered();
      const offer = { id: newId(), organizationId, fromPersonId: actor.personId, toPersonId };
      await this.offers.insert(tx, offer);
      tx.audit({
        action: 'ownership.offer',
        entityType: 'ownership-offer',
        entityId: offer.id,
        organizationId,
        toState: 'open',
      });
      const source = { aggregateType: 'ownership-offer', aggregateId: offer.id, seq: 1, organizationId };
      tx.emit('ownership.offered', source, { personId: toPersonId });
    });
  }
}
