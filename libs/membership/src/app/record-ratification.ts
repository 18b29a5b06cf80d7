import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { isToCome } from '../domain/calendar.js';
import { DayToCome, NothingToRatify } from '../domain/membership.errors.js';
import { awaitsRatification, type Membership } from '../domain/membership.js';
import { databaseNow } from './database-now.js';
import { MembershipAccess } from './membership-access.js';
import { MoveMembership } from './move-membership.js';

/** A resolution of the General Assembly on one membership. */
export interface Resolution {
  readonly ratified: boolean;
  readonly decidedOn: string;
  /** Which assembly, which item. */
  readonly reference: string;
  /** Why not; only where it was declined. */
  readonly reason: string | null;
}

/**
 * The secretariat records what the General Assembly resolved: a ratified membership is provisional no more, one that
 * was not ratified is suspended.
 *
 * @throws NotFound, NothingToRatify 409, DayToCome 422, StaleVersion 412
 */
@Injectable()
export class RecordRatification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: MembershipAccess,
    private readonly memberships: MembershipRepository,
    private readonly move: MoveMembership,
  ) {}

  async execute(actor: Actor, id: string, resolution: Resolution, version?: number): Promise<Membership> {
    const { ratified, decidedOn: dated, reference, reason } = resolution;
    return this.unitOfWork.run(actor, async (tx) => {
      const membership = await this.access.lock(tx, 'decide', id);
      if (!awaitsRatification(membership)) throw new NothingToRatify();
      if (isToCome(dated, await databaseNow(tx))) throw new DayToCome('/decidedOn');
      assertVersion(membership.version, version);
      if (ratified) return this.ratify(tx, membership, { dated, reference });
      const change = { ratification: 'declined' as const, reason };
      return this.move.execute(tx, membership, 'decline-ratification', change, { dated, reference, reason });
    });
  }

  /** The state stays as it is. */
  private async ratify(
    tx: Transaction,
    membership: Membership,
    note: { dated: string; reference: string },
  ): Promise<Membership> {
    const { id, organizationId, state } = membership;
    const ratified = await this.memberships.save(tx, membership, state, { ratification: 'ratified' });
    await this.memberships.addStep(tx, ratified, { ...note, verb: 'ratify', fromState: state });
    tx.audit({ action: 'membership.ratify', entityType: 'tpo_membership', entityId: id, organizationId });
    const source = { aggregateType: 'membership', aggregateId: id, seq: ratified.version, organizationId };
    tx.emit('membership.ratified', source, {});
    return ratified;
  }
}
