import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { Proposal } from '../domain/proposal.js';
import { ownNextState } from '../domain/proposal-states.js';
import { ProposalAccess } from './proposal-access.js';
import { ProposalSteps } from './proposal-steps.js';

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
    private readonly steps: ProposalSteps,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lock(tx, 'withdraw', id);
      const state = ownNextState(proposal, 'withdraw');
      return this.steps.make(tx, proposal, ['withdraw', state], { version });
    });
  }
}
