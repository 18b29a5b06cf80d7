import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { type Membership, membershipTransitions } from '../domain/membership.js';
import { CancelVote } from './cancel-vote.js';
import { MembershipAccess } from './membership-access.js';
import { MoveMembership } from './move-membership.js';

/**
 * The organization takes its request back, or leaves the TPO; it remains a participant. A running vote is cancelled.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class WithdrawMembership {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: MembershipAccess,
    private readonly move: MoveMembership,
    private readonly cancelVote: CancelVote,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Membership> {
    return this.unitOfWork.run(actor, async (tx) => {
      const membership = await this.access.lock(tx, 'withdraw', id);
      nextState(membershipTransitions, membership.state, 'withdraw');
      assertVersion(membership.version, version);
      if (membership.state === 'excom_vote' && membership.voteId) {
        await this.cancelVote.execute(tx, membership.voteId);
      }
      return this.move.execute(tx, membership, 'withdraw', {
        ...(membership.ratification === 'pending' && { ratification: 'none' }),
      });
    });
  }
}
