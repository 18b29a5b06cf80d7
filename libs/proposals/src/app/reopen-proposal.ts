import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { Proposal } from '../domain/proposal.js';
import { ownNextState } from '../domain/proposal-states.js';
import { CallEntry } from './call-entry.js';
import { ProposalAccess } from './proposal-access.js';
import { ProposalSteps } from './proposal-steps.js';

/**
 * Makes a draft again of what was withdrawn, to be handed in as a new version; in a call only while its stage is open.
 *
 * @throws NotFound, WrongState 409, StageClosed 409, StaleVersion 412
 */
@Injectable()
export class ReopenProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly call: CallEntry,
    private readonly steps: ProposalSteps,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lock(tx, 'submit', id);
      const state = ownNextState(proposal, 'reopen');
      await this.call.assertOpen(tx, proposal);
      return this.steps.make(tx, proposal, ['reopen', state], { version });
    });
  }
}
