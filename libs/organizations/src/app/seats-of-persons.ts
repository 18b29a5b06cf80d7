import { Injectable } from '@nestjs/common';
import { PersonSeats } from '#libs/identity';
import type { Reads, Transaction } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';

/** What identity asks before it lets a person go. */
@Injectable()
export class SeatsOfPersons extends PersonSeats {
  constructor(private readonly memberships: MembershipRepository) {
    super();
  }

  async ownedAlone(reads: Reads, personId: string): Promise<readonly string[]> {
    return this.memberships.ownedAlone(reads, personId);
  }

  async giveUp(tx: Transaction, personId: string): Promise<void> {
    for (const { id, organizationId } of await this.memberships.removeOf(tx, personId))
      tx.audit({ action: 'member.leave', entityType: 'membership', entityId: id, organizationId });
  }
}
