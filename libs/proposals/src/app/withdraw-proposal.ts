import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { PartnerRepository } from '../data/partner.repository.js';
import type { Proposal } from '../domain/proposal.js';
import { ownNextState } from '../domain/proposal-states.js';
import { ProposalAccess } from './proposal-access.js';
import { ProposalSteps, sourceOf } from './proposal-steps.js';

/**
 * Takes a proposal back that was handed in, until its decision is public. What was frozen stays, and who could read
 * it still can.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class WithdrawProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly partners: PartnerRepository,
    private readonly steps: ProposalSteps,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lock(tx, 'withdraw', id);
      const state = ownNextState(proposal, 'withdraw');
      const withdrawn = await this.steps.make(tx, proposal, ['withdraw', state], { version });
      const partners = await this.partners.of(tx, [id]);
      for (const { organizationId: toOrganizationId } of partners.filter(
        ({ state }) => state === 'accepted',
      )) {
        tx.emit('proposal.taken-back', sourceOf(withdrawn), { toOrganizationId });
      }
      return withdrawn;
    });
  }
}
