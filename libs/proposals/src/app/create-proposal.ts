import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { CoeditedDocuments } from '#libs/platform/coediting';
import { TaxonomyCodes } from '#libs/vocabulary';
import { ProposalRepository } from '../data/proposal.repository.js';
import { DOCUMENT_KIND, SECTION_KEYS } from '../domain/dossier.js';
import { newContent, type Proposal, type ProposalChanges, type ProposalContent } from '../domain/proposal.js';
import { proposalTransitions } from '../domain/proposal-states.js';
import { CallEntry } from './call-entry.js';
import { checkCodes } from './proposal-codes.js';

export type CreateProposalInput = Pick<ProposalContent, 'title' | 'language'> &
  ProposalChanges & {
    /** The call it answers. */
    readonly callId?: string;
  };

/**
 * Begins a proposal of the acting organization, as a draft.
 *
 * @throws InvalidInput `request/invalid`: unknown codes or call, impossible budget or period; StageClosed 409,
 * RunsTheCall 422, CallNotOpenToLead 422
 */
@Injectable()
export class CreateProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalRepository,
    private readonly codes: TaxonomyCodes,
    private readonly call: CallEntry,
    private readonly documents: CoeditedDocuments,
  ) {}

  async execute(actor: Actor, { callId, ...input }: CreateProposalInput): Promise<Proposal> {
    const { id: organizationId } = actingOrganization(actor);
    const content = newContent(input);
    checkCodes(this.codes, content);
    const id = newId();

    return this.unitOfWork.run(actor, async (tx) => {
      await this.proposals.insert(tx, { id, organizationId, createdBy: actor.personId, content });
      await this.documents.create(tx, DOCUMENT_KIND, id, SECTION_KEYS);
      if (callId !== undefined) await this.call.begin(tx, await this.proposals.get(tx, id), callId);
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
