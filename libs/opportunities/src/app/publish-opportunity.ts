import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { OpportunityRepository } from '../data/opportunity.repository.js';
import { missingForPublication, type Opportunity, opportunityTransitions } from '../domain/opportunity.js';
import { DeadlinePassed, OpportunityIncomplete } from '../domain/opportunity.errors.js';
import { OpportunityAccess } from './opportunity-access.js';

/**
 * Opens a draft to everybody. Matching starts from the event.
 *
 * @throws NotFound, WrongState 409, OpportunityIncomplete 422, DeadlinePassed 422, StaleVersion 412
 */
@Injectable()
export class PublishOpportunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OpportunityAccess,
    private readonly opportunities: OpportunityRepository,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const draft = await this.access.lock(tx, 'publish', id);
      const state = nextState(opportunityTransitions, draft.state, 'publish');
      const missing = missingForPublication(draft);
      if (missing.length > 0) throw new OpportunityIncomplete(missing);
      const isLate = draft.deadline !== null && draft.deadline < (await this.opportunities.today(tx));
      if (isLate) throw new DeadlinePassed();
      assertVersion(draft.version, version);

      await this.opportunities.move(tx, draft, state);
      const published = await this.opportunities.get(tx, id);

      tx.audit({
        action: 'opportunity.publish',
        entityType: 'opportunity',
        entityId: id,
        fromState: draft.state,
        toState: state,
      });
      const source = { aggregateType: 'opportunity', aggregateId: id, seq: published.version };
      tx.emit('opportunity.published', source, {});
      return published;
    });
  }
}
