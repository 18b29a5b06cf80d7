import { Injectable } from '@nestjs/common';
import { type Actor, nextState } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import type { Opportunity } from '../domain/opportunity.js';
import { OpportunityHeld, OpportunityNotHeld } from '../domain/opportunity.errors.js';
import { opportunityTransitions } from '../domain/opportunity-states.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunityCheck } from './opportunity-check.js';
import { OpportunityMoves } from './opportunity-moves.js';

/**
 * Takes an opportunity off the lists for a while, and puts it back. Its time goes on meanwhile.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class PauseOpportunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OpportunityAccess,
    private readonly check: OpportunityCheck,
    private readonly moves: OpportunityMoves,
  ) {}

  async pause(actor: Actor, id: string, version?: number): Promise<Opportunity> {
    return this.own(actor, id, (tx, opportunity) => this.moves.make(tx, opportunity, 'pause', { version }));
  }

  /** @throws OpportunityHeld 409, RefusedByCheck 422 */
  async resume(actor: Actor, id: string, version?: number): Promise<Opportunity> {
    return this.own(actor, id, async (tx, opportunity) => {
      nextState(opportunityTransitions, opportunity.state, 'resume');
      if (opportunity.heldAt !== null) throw new OpportunityHeld();
      await this.check.pass(tx, opportunity, opportunity);
      return this.moves.make(tx, opportunity, 'resume', { version, marks: { listed: true } });
    });
  }

  /**
   * Tells the secretariat that what it asked for is mended.
   *
   * @throws OpportunityNotHeld 409, RefusedByCheck 422
   */
  async askLook(actor: Actor, id: string, version?: number): Promise<Opportunity> {
    return this.own(actor, id, async (tx, opportunity) => {
      nextState(opportunityTransitions, opportunity.state, 'ask-look');
      if (opportunity.heldAt === null) throw new OpportunityNotHeld();
      await this.check.pass(tx, opportunity, opportunity);
      return this.moves.make(tx, opportunity, 'ask-look', { version, marks: { lookAsked: true } });
    });
  }

  /** Takes back what waits for the look of the secretariat. */
  async takeBack(actor: Actor, id: string, version?: number): Promise<Opportunity> {
    return this.own(actor, id, (tx, opportunity) =>
      this.moves.make(tx, opportunity, 'take-back', { version }),
    );
  }

  private own(
    actor: Actor,
    id: string,
    move: (tx: Transaction, opportunity: Opportunity) => Promise<Opportunity>,
  ): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const opportunity = await this.access.lock(tx, 'publish', id);
      return move(tx, opportunity);
    });
  }
}
