import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { MembershipRepository } from '../data/membership.repository.js';
import type { Result } from '../domain/tally.js';
import type { Vote } from '../domain/vote.js';
import { databaseNow } from './database-now.js';
import { MoveMembership } from './move-membership.js';

/** What a counted vote means for the membership it was about. A vote without quorum gives it back. */
@Injectable()
export class DecideAdmission {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly move: MoveMembership,
  ) {}

  async execute(tx: Transaction, vote: Vote, { outcome }: Result): Promise<void> {
    const membership = await this.memberships.lock(tx, vote.subjectId);
    if (membership?.voteId !== vote.id) return;
    switch (outcome) {
      case 'accepted': {
        const approvedAt = await databaseNow(tx);
        await this.move.execute(tx, membership, 'approve', { approvedAt, ratification: 'pending' });
        break;
      }
      case 'refused':
        await this.move.execute(tx, membership, 'refuse');
        break;
      case 'no-quorum':
        await this.move.execute(tx, membership, 'return');
        break;
    }
  }
}
