import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { Opportunity } from '../domain/opportunity.js';
import type { CloseReason } from '../domain/opportunity-states.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunityMoves } from './opportunity-moves.js';

export interface CloseInput {
  readonly reason?: CloseReason | null;
  readonly note?: string | null;
  /** BCP 47 of the note. */
  readonly language?: string | null;
}

/**
 * Ends an opportunity without a partner. It stays readable for those who followed a link to it.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class CloseOpportunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OpportunityAccess,
    private readonly moves: OpportunityMoves,
  ) {}

  async execute(actor: Actor, id: string, version?: number, input: CloseInput = {}): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const opportunity = await this.access.lock(tx, 'close', id);
      const { reason = null, note, language } = input;
      const marks = { closeReason: reason };
      return this.moves.make(tx, opportunity, 'close', { version, marks, code: reason, note, language });
    });
  }

  /** Puts a draft away that is not wanted any more. Nobody else has ever seen it. */
  async discard(actor: Actor, id: string, version?: number): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const draft = await this.access.lock(tx, 'close', id);
      return this.moves.make(tx, draft, 'discard', { version });
    });
  }
}
