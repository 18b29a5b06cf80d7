import { Injectable } from '@nestjs/common';
import { type Actor, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { Opportunity } from '../domain/opportunity.js';
import { opportunityTransitions } from '../domain/opportunity-states.js';
import { verdictOf } from '../domain/quality-check.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunityCheck } from './opportunity-check.js';
import { OpportunityMoves } from './opportunity-moves.js';

/**
 * Opens a draft to everybody, or hands it to the secretariat where a rule of the quality check asks for a look.
 * Matching starts from the event.
 *
 * @throws NotFound, WrongState 409, RefusedByCheck 422, StaleVersion 412
 */
@Injectable()
export class PublishOpportunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OpportunityAccess,
    private readonly check: OpportunityCheck,
    private readonly moves: OpportunityMoves,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const draft = await this.access.lock(tx, 'publish', id);
      nextState(opportunityTransitions, draft.state, 'publish');
      const findings = await this.check.pass(tx, draft, draft);
      if (verdictOf(findings) === 'look') return this.moves.make(tx, draft, 'hand-in', { version });
      return this.moves.make(tx, draft, 'publish', { version, marks: { listed: true, life: 'begun' } });
    });
  }
}
