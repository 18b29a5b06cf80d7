import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { ProposalRepository } from '../data/proposal.repository.js';
import { changedContent, type Proposal, type ProposalChanges } from '../domain/proposal.js';
import { assertOpen } from '../domain/open-fields.js';
import { ProposalAccess } from './proposal-access.js';
import { checkCodes } from './proposal-codes.js';
import { Signatures } from './signatures.js';

/**
 * Replaces the sent fields of a draft, or of what was asked for; null clears a field.
 *
 * @throws NotFound, ProposalNotEditable 409, FieldsClosed 409, InvalidInput 422, StaleVersion 412: asked in this order, so that a
 * precondition never hides why the change would be refused anyway (RFC 9110 §13.2.1)
 */
@Injectable()
export class EditProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly proposals: ProposalRepository,
    private readonly codes: TaxonomyCodes,
    private readonly signatures: Signatures,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    changes: ProposalChanges,
    version: number | undefined,
  ): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lock(tx, 'update', id);
      assertOpen(proposal, fieldsOf(changes));
      const content = changedContent(proposal, changes);
      checkCodes(this.codes, content);
      assertVersion(proposal.version, version);

      await this.proposals.saveContent(tx, proposal, content);
      tx.audit({ action: 'proposal.update', entityType: 'proposal', entityId: id });
      return this.signatures.keepCurrent(tx, id);
    });
  }
}

/** A request class has its other fields too, as undefined. */
function fieldsOf(changes: ProposalChanges): string[] {
  return Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [] : field));
}
