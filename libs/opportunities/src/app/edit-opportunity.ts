import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { OpportunityRepository } from '../data/opportunity.repository.js';
import {
  changedContent,
  isEditable,
  missingForPublication,
  type Opportunity,
  type OpportunityChanges,
} from '../domain/opportunity.js';
import { OpportunityIncomplete, OpportunityNotEditable } from '../domain/opportunity.errors.js';
import { OpportunityAccess } from './opportunity-access.js';
import { checkCodes } from './opportunity-codes.js';

/**
 * Replaces the sent fields; null clears a field. What is published stays complete, and its change is announced,
 * so that its matches follow.
 *
 * @throws NotFound, OpportunityNotEditable 409, InvalidInput 422, StaleVersion 412: asked in this order, so that a
 * precondition never hides why the change would be refused anyway (RFC 9110 §13.2.1)
 */
@Injectable()
export class EditOpportunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OpportunityAccess,
    private readonly opportunities: OpportunityRepository,
    private readonly codes: TaxonomyCodes,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    changes: OpportunityChanges,
    version: number | undefined,
  ): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const opportunity = await this.access.lock(tx, 'update', id);
      if (!isEditable(opportunity.state)) throw new OpportunityNotEditable(opportunity.state);
      const content = changedContent(opportunity, changes);
      checkCodes(this.codes, content);
      const missing = opportunity.state === 'draft' ? [] : missingForPublication(content);
      if (missing.length > 0) throw new OpportunityIncomplete(missing);
      assertVersion(opportunity.version, version);

      await this.opportunities.saveContent(tx, opportunity, content);
      const edited = await this.opportunities.get(tx, id);

      tx.audit({ action: 'opportunity.update', entityType: 'opportunity', entityId: id });
      if (edited.state === 'published') {
        const source = { aggregateType: 'opportunity', aggregateId: id, seq: edited.version };
        tx.emit('opportunity.changed', source, {});
      }
      return edited;
    });
  }
}
