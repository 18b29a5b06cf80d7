import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { FeesInTwoCurrencies } from '../domain/membership.errors.js';
import { type Membership, type MembershipFees, membershipTransitions } from '../domain/membership.js';
import type { VoteSecrecy } from '../domain/vote.js';
import { MembershipAccess } from './membership-access.js';
import { MoveMembership } from './move-membership.js';
import { OpenVote } from './open-vote.js';

export interface PutToVoteInput {
  readonly secrecy: VoteSecrecy;
  readonly fees: MembershipFees;
}

/**
 * The secretariat puts a request to the vote of the Executive Committee, with the fees the member will owe.
 *
 * @throws NotFound, WrongState 409, QuorumOutOfReach 409, FeesInTwoCurrencies 422, StaleVersion 412
 */
@Injectable()
export class PutToVote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: MembershipAccess,
    private readonly openVote: OpenVote,
    private readonly move: MoveMembership,
  ) {}

  async execute(actor: Actor, id: string, input: PutToVoteInput, version?: number): Promise<Membership> {
    const { secrecy, fees } = input;
    if (fees.admission.currency !== fees.annual.currency) throw new FeesInTwoCurrencies();

    return this.unitOfWork.run(actor, async (tx) => {
      const membership = await this.access.lock(tx, 'decide', id);
      nextState(membershipTransitions, membership.state, 'put-to-vote');
      assertVersion(membership.version, version);
      const voteId = await this.openVote.execute(tx, {
        subjectType: 'membership-admission',
        subjectId: id,
        organizationId: membership.organizationId,
        secrecy,
      });
      return this.move.execute(tx, membership, 'put-to-vote', { voteId, fees, reason: null });
    });
  }
}
