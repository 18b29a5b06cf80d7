import { Injectable } from '@nestjs/common';
import { type Actor, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { MoveMarks } from '../data/opportunity.repository.js';
import type { Opportunity } from '../domain/opportunity.js';
import { OpportunityHeld, OpportunityNotHeld } from '../domain/opportunity.errors.js';
import { opportunityTransitions, type OpportunityVerb } from '../domain/opportunity-states.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunityCheck } from './opportunity-check.js';
import { OpportunityMoves } from './opportunity-moves.js';

/** Why, for the organization that offers it. */
export interface ReviewWords {
  readonly reason: string;
  /** BCP 47 of the reason. */
  readonly language: string;
}

type ReviewVerb = Extract<OpportunityVerb, 'approve' | 'return' | 'hold' | 'release'>;

const MARKS: Readonly<Record<ReviewVerb, MoveMarks>> = {
  approve: { listed: true, life: 'begun' },
  return: {},
  hold: { held: true, lookAsked: false },
  release: { held: false, lookAsked: false, listed: true },
};

/**
 * What the secretariat does: publishes what its look was asked for or sends it back, and takes off the lists what
 * should not stand there until its owner has mended it.
 *
 * @throws NotFound, WrongState 409, OpportunityHeld 409, OpportunityNotHeld 409, RefusedByCheck 422, StaleVersion 412
 */
@Injectable()
export class ReviewOpportunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OpportunityAccess,
    private readonly check: OpportunityCheck,
    private readonly moves: OpportunityMoves,
  ) {}

  async execute(
    actor: Actor,
    verb: ReviewVerb,
    id: string,
    words: ReviewWords | undefined,
    version?: number,
  ): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const opportunity = await this.access.lockForReview(tx, id);
      nextState(opportunityTransitions, opportunity.state, verb);
      // A held one is looked at again, not held twice; what its owner paused is not the secretariat's to release.
      if (verb === 'hold' && opportunity.heldAt !== null) throw new OpportunityHeld();
      if (verb === 'release' && opportunity.heldAt === null) throw new OpportunityNotHeld();
      // The look may have taken longer than its time.
      if (verb === 'approve') await this.check.pass(tx, opportunity, opportunity);
      const said = { note: words?.reason, language: words?.language };
      return this.moves.make(tx, opportunity, verb, { version, marks: MARKS[verb], ...said });
    });
  }
}
