import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { ProposalRepository } from '../data/proposal.repository.js';
import { changedContent, type Proposal, type ProposalChanges } from '../domain/proposal.js';
import { ProposalNotEditable } from '../domain/proposal.errors.js';
import { ProposalAccess } from './proposal-access.js';
import { checkCodes } from './proposal-codes.js';

/**
 * Replaces the sent fields of a draft; null clears a field.
 *
 * @throws NotFound, ProposalNotEditable 409, InvalidInput 422, StaleVersion 412: asked in this order, so that a
 * precondition never hides why the change would be refused anyway (RFC 9110 §13.2.1)
 */
@Injectable()
export class EditProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly proposals: ProposalRepository,
    private readonly codes: TaxonomyCodes,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    changes: ProposalChanges,
    version: number | undefined,
  ): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lock(tx, 'update', id);
      if (proposal.state !== 'draft') throw new ProposalNotEditable(proposal.state);
      const content = changedContent(proposal, changes);
      checkCodes(this.codes, content);
      assertVersion(proposal.version, version);

      await this.proposals.saveContent(tx, proposal, content);
      tx.audit({ action: 'proposal.update', entityType: 'proposal', entityId: id });
      return this.proposals.get(tx, id);
    });
  }
}
