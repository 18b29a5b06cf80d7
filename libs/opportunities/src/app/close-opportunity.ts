import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { OpportunityRepository } from '../data/opportunity.repository.js';
import { type Opportunity, opportunityTransitions } from '../domain/opportunity.js';
import { OpportunityAccess } from './opportunity-access.js';

/**
 * Takes a published opportunity off the lists. It stays readable for those who followed a link to it.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class CloseOpportunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OpportunityAccess,
    private readonly opportunities: OpportunityRepository,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const opportunity = await this.access.lock(tx, 'close', id);
      const state = nextState(opportunityTransitions, opportunity.state, 'close');
      assertVersion(opportunity.version, version);

      await this.opportunities.move(tx, opportunity, state);
      const closed = await this.opportunities.get(tx, id);

      tx.audit({
        action: 'opportunity.close',
        entityType: 'opportunity',
        entityId: id,
        fromState: opportunity.state,
        toState: state,
      });
      const source = { aggregateType: 'opportunity', aggregateId: id, seq: closed.version };
      tx.emit('opportunity.closed', source, {});
      return closed;
    });
  }
}
