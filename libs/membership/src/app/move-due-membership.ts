import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import { dueVerb } from '../domain/membership.js';
import { databaseNow } from './database-now.js';
import { MoveMembership } from './move-membership.js';

/** What time does to memberships. Reads the row again: what was to happen may be settled, or put off. */
@Injectable()
export class MoveDueMembership {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly move: MoveMembership,
  ) {}

  async execute(tx: Transaction, id: string): Promise<void> {
    const membership = await this.memberships.lock(tx, id);
    if (!membership?.dueAt || membership.dueAt > (await databaseNow(tx))) return;
    const verb = dueVerb(membership.state);
    if (verb) await this.move.execute(tx, membership, verb);
  }

  /** Tells the organization that a payment is due, unless it has come in since. */
  async remind(tx: Transaction, id: string): Promise<void> {
    const membership = await this.memberships.lock(tx, id);
    if (!membership?.dueAt || membership.ratification === 'declined') return;
    const { organizationId, version } = membership;
    const source = { aggregateType: 'membership', aggregateId: id, seq: version, organizationId };
    tx.emit('membership.reminded', source, {});
  }
}
