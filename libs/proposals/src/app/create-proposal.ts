import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { ProposalRepository } from '../data/proposal.repository.js';
import { newContent, type Proposal, type ProposalChanges, type ProposalContent } from '../domain/proposal.js';
import { proposalTransitions } from '../domain/proposal-states.js';
import { checkCodes } from './proposal-codes.js';

export type CreateProposalInput = Pick<ProposalContent, 'title' | 'language'> & ProposalChanges;

/**
 * Begins a proposal of the acting organization, as a draft.
 *
 * @throws InvalidInput `request/invalid`: unknown codes, impossible budget or period
 */
@Injectable()
export class CreateProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalRepository,
    private readonly codes: TaxonomyCodes,
  ) {}

  async execute(actor: Actor, input: CreateProposalInput): Promise<Proposal> {
    const { id: organizationId } = actingOrganization(actor);
    const content = newContent(input);
    checkCodes(this.codes, content);
    const id = newId();

    return this.unitOfWork.run(actor, async (tx) => {
      await this.proposals.insert(tx, { id, organizationId, createdBy: actor.personId, content });
      tx.audit({
        action: 'proposal.create',
        entityType: 'proposal',
        entityId: id,
        toState: proposalTransitions.initial,
      });
      return this.proposals.get(tx, id);
    });
  }
}
