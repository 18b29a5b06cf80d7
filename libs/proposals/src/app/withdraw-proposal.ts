import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { ProposalRepository } from '../data/proposal.repository.js';
import { type Proposal, proposalTransitions } from '../domain/proposal.js';
import { ProposalAccess } from './proposal-access.js';

/**
 * Takes a submitted proposal back. What was frozen stays, and who could read it still can.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class WithdrawProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly proposals: ProposalRepository,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lock(tx, 'withdraw', id);
      const state = nextState(proposalTransitions, proposal.state, 'withdraw');
      assertVersion(proposal.version, version);

      await this.proposals.move(tx, proposal, state, proposal.receipt?.number ?? 0);
      const withdrawn = await this.proposals.get(tx, id);

      tx.audit({
        action: 'proposal.withdraw',
        entityType: 'proposal',
        entityId: id,
        fromState: proposal.state,
        toState: state,
      });
      tx.emit(
        'proposal.withdrawn',
        { aggregateType: 'proposal', aggregateId: id, seq: withdrawn.version },
        {},
      );
      return withdrawn;
    });
  }
}
