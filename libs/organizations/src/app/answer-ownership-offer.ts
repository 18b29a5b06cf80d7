import { Injectable } from '@nestjs/common';
import { type Actor, nextState, NotFound } from '#libs/kernel';
import { Principals } from '#libs/platform/auth';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { OwnershipOfferRepository } from '../data/ownership-offer.repository.js';
import {
  type OwnershipOffer,
  ownershipOfferTransitions,
  type OwnershipOfferVerb,
} from '../domain/ownership-offer.js';
import { SeatKeeper } from './seat-keeper.js';

/**
 * The successor accepts: both roles change places in one transaction. Or declines; or an owner takes the offer
 * back. Errors: request/not-found where no offer waits for this person.
 */
@Injectable()
export class AnswerOwnershipOffer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: SeatKeeper,
    private readonly memberships: MembershipRepository,
    private readonly offers: OwnershipOfferRepository,
    private readonly principals: Principals,
  ) {}

  async execute(actor: Actor, organizationId: string, verb: OwnershipOfferVerb): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const action = verb === 'withdraw' ? 'manage-members' : 'belong';
      await this.keeper.lock(tx, actor, action, organizationId);
      const offer = await this.offers.open(tx, organizationId);
      if (!offer || (verb !== 'withdraw' && offer.toPersonId !== actor.personId)) throw new NotFound();
      const state = nextState(ownershipOfferTransitions, offer.state, verb);
      await this.offers.settle(tx, offer, state);
      if (verb === 'accept') await this.swapRoles(tx, offer);
      tx.audit({
        action: `ownership.${verb}`,
        entityType: 'ownership-offer',
        entityId: offer.id,
        organizationId,
        fromState: offer.state,
        toState: state,
      });
      announce(tx, offer, verb);
    });
  }

  private async swapRoles(tx: Transaction, offer: OwnershipOffer): Promise<void> {
    const { organizationId, fromPersonId, toPersonId } = offer;
    const before = await this.keeper.seat(tx, organizationId, fromPersonId);
    const after = await this.keeper.seat(tx, organizationId, toPersonId);
    for (const [seat, { role }] of [
      [before, after],
      [after, before],
    ] as const) {
      await this.memberships.change(tx, seat, { role, signatory: seat.signatory });
      tx.audit({
        action: 'membership.change',
        entityType: 'membership',
        entityId: seat.id,
        organizationId,
        fromState: seat.role,
        toState: role,
      });
      await this.principals.announce(tx, { personId: seat.personId });
    }
  }
}

const EVENTS = {
  accept: 'ownership.accepted',
  decline: 'ownership.declined',
  withdraw: 'ownership.withdrawn',
} as const;

function announce(tx: Transaction, offer: OwnershipOffer, verb: OwnershipOfferVerb): void {
  const { id, organizationId, version, fromPersonId } = offer;
  const source = { aggregateType: 'ownership-offer', aggregateId: id, seq: version + 1, organizationId };
  tx.emit(EVENTS[verb], source, { personId: fromPersonId });
}
