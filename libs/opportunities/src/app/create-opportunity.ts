import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { OpportunityRepository } from '../data/opportunity.repository.js';
import {
  newContent,
  type Opportunity,
  type OpportunityChanges,
  type OpportunityContent,
} from '../domain/opportunity.js';
import { opportunityTransitions } from '../domain/opportunity-states.js';
import { checkCodes } from './opportunity-codes.js';

export type CreateOpportunityInput = Pick<OpportunityContent, 'title' | 'language'> & OpportunityChanges;

/**
 * Begins an opportunity of the acting organization, as a draft.
 *
 * @throws InvalidInput `request/invalid`: unknown codes, impossible period or capacities
 */
@Injectable()
export class CreateOpportunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityRepository,
    private readonly codes: TaxonomyCodes,
  ) {}

  async execute(actor: Actor, input: CreateOpportunityInput): Promise<Opportunity> {
    const { id: organizationId } = actingOrganization(actor);
    const content = newContent(input);
    checkCodes(this.codes, content);
    const id = newId();

    return this.unitOfWork.run(actor, async (tx) => {
      await this.opportunities.insert(tx, { id, organizationId, createdBy: actor.personId, content });
      tx.audit({
        action: 'opportunity.create',
        entityType: 'opportunity',
        entityId: id,
        toState: opportunityTransitions.initial,
      });
      return this.opportunities.get(tx, id);
    });
  }
}
