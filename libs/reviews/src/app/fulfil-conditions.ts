import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { type Proposal, ProposalMoves } from '#libs/proposals';
import { DeskAccess } from './desk-access.js';

/**
 * Who runs the call finds the conditions of a public conditional acceptance met: the proposal is accepted.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class FulfilConditions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: DeskAccess,
    private readonly moves: ProposalMoves,
  ) {}

  async execute(
    actor: Actor,
    at: { callId: string; proposalId: string },
    version?: number,
  ): Promise<Proposal> {
    await this.access.desk(actor, at.callId);
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lockProposal(tx, at.callId, at.proposalId);
      const fulfilled = await this.moves.fulfil(tx, proposal.id);
      // Asked last: an older version must not hide that the step was taken by somebody else.
      assertVersion(proposal.version, version);
      return fulfilled;
    });
  }
}
