import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { type Membership, membershipTransitions } from '../domain/membership.js';
import { MembershipAccess } from './membership-access.js';
import { MoveMembership } from './move-membership.js';

/**
 * The secretariat refuses a request before any vote, with the reason the applicant reads.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class RejectMembership {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: MembershipAccess,
    private readonly move: MoveMembership,
  ) {}

  async execute(actor: Actor, id: string, reason: string, version?: number): Promise<Membership> {
    return this.unitOfWork.run(actor, async (tx) => {
      const membership = await this.access.lock(tx, 'decide', id);
      nextState(membershipTransitions, membership.state, 'reject');
      assertVersion(membership.version, version);
      return this.move.execute(tx, membership, 'reject', { reason }, { reason });
    });
  }
}
