import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Principals } from '#libs/platform/auth';
import type { Transaction } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { OrganizationRepository } from '../data/organization.repository.js';
import { OwnershipOfferRepository } from '../data/ownership-offer.repository.js';
import { LastOwner } from '../domain/member.errors.js';
import { topRole } from '../domain/member-roles.js';
import type { Organization, Seat } from '../domain/organization.js';
import { type OrganizationAction, OrganizationAccess } from './organization-access.js';

/**
 * What every change of seats has in common. Its organization is locked first, so that two changes of one
 * organization wait for each other: otherwise two owners could leave at once and nobody would remain.
 */
@Injectable()
export class SeatKeeper {
  constructor(
    private readonly access: OrganizationAccess,
    private readonly organizations: OrganizationRepository,
    private readonly memberships: MembershipRepository,
    private readonly offers: OwnershipOfferRepository,
    private readonly principals: Principals,
  ) {}

  /** Locks the organization until the transaction ends. Errors: request/not-found. */
  async lock(
    tx: Transaction,
    actor: Actor,
    action: OrganizationAction,
    organizationId: string,
  ): Promise<Organization> {
    await this.hold(tx, organizationId);
    return this.access.load(tx, actor, action, organizationId);
  }

  /** Locks the organization until the transaction ends, whoever asks. */
  async hold(tx: Transaction, organizationId: string): Promise<void> {
    await this.organizations.lock(tx, organizationId);
  }

  /** Errors: request/not-found. */
  async seat(tx: Transaction, organizationId: string, personId: string): Promise<Seat> {
    const seat = await this.memberships.seat(tx, organizationId, personId);
    if (!seat) throw new NotFound();
    return seat;
  }

  /** Before a seat of the highest role goes or changes. Errors: member/last-owner. */
  async assertAnotherOwner(tx: Transaction, { id, kind }: Organization, { role }: Seat): Promise<void> {
    const top = topRole(kind);
    if (role === top && (await this.memberships.countOfRole(tx, id, top)) < 2) throw new LastOwner();
  }

  /** The person's rights there are gone with the next request, in every process. */
  async end(tx: Transaction, seat: Seat, organizationId: string): Promise<void> {
    await this.memberships.remove(tx, seat);
    await this.dropOffer(tx, seat, organizationId);
    await this.principals.announce(tx, { personId: seat.personId });
  }

  /** The person goes by themselves; the members who stay are told. */
  async leave(tx: Transaction, seat: Seat, organizationId: string): Promise<void> {
    const { id, personId, role, version } = seat;
    await this.end(tx, seat, organizationId);
    tx.audit({
      action: 'membership.leave',
      entityType: 'membership',
      entityId: id,
      organizationId,
      fromState: role,
    });
    tx.emit('member.left', seatSource(seat, organizationId, version + 1), { personId });
  }

  /** An offer stands and falls with both seats. */
  async dropOffer(tx: Transaction, { personId }: Seat, organizationId: string): Promise<void> {
    const offer = await this.offers.open(tx, organizationId);
    if (!offer || (offer.fromPersonId !== personId && offer.toPersonId !== personId)) return;
    await this.offers.settle(tx, offer, 'withdrawn');
    tx.audit({
      action: 'ownership.withdraw',
      entityType: 'ownership-offer',
      entityId: offer.id,
      organizationId,
      fromState: offer.state,
      toState: 'withdrawn',
    });
    const { id, version, fromPersonId } = offer;
    const source = { aggregateType: 'ownership-offer', aggregateId: id, seq: version + 1, organizationId };
    tx.emit('ownership.withdrawn', source, { personId: fromPersonId });
  }
}

/** The event source and audit line of one seat. */
export const seatSource = (seat: Seat, organizationId: string, version = seat.version) => ({
  aggregateType: 'membership',
  aggregateId: seat.id,
  seq: version,
  organizationId,
});
