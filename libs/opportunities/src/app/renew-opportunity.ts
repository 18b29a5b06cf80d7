import { Injectable } from '@nestjs/common';
import { type Actor, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { changedContent, type Opportunity } from '../domain/opportunity.js';
import { OpportunityHeld, RenewalTooEarly, RenewedBefore } from '../domain/opportunity.errors.js';
import { opportunityTransitions } from '../domain/opportunity-states.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunityCheck } from './opportunity-check.js';
import { OpportunityMoves } from './opportunity-moves.js';

export interface RenewInput {
  /** A new last day for answers; null for none. Needed where the old one has passed. */
  readonly deadline?: string | null;
}

/**
 * Gives an opportunity as many days again, once: shortly before its end, or after it expired.
 *
 * @throws NotFound, WrongState 409, OpportunityHeld 409, RenewedBefore 409, RenewalTooEarly 409, RefusedByCheck 422,
 * StaleVersion 412
 */
@Injectable()
export class RenewOpportunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OpportunityAccess,
    private readonly check: OpportunityCheck,
    private readonly moves: OpportunityMoves,
  ) {}

  async execute(actor: Actor, id: string, input: RenewInput = {}, version?: number): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const opportunity = await this.access.lock(tx, 'publish', id);
      nextState(opportunityTransitions, opportunity.state, 'renew');
      if (opportunity.heldAt !== null) throw new OpportunityHeld();
      if (opportunity.renewedAt !== null) throw new RenewedBefore();
      if (!opportunity.isRenewable) throw new RenewalTooEarly();
      const { deadline } = changedContent(opportunity, input);
      await this.check.pass(tx, opportunity, { ...opportunity, deadline });
      const marks = { listed: true, life: 'renewed', deadline } as const;
      return this.moves.make(tx, opportunity, 'renew', { version, marks });
    });
  }
}
