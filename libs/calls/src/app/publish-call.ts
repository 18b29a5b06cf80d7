import { Injectable } from '@nestjs/common';
import { type Actor, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { Call } from '../domain/call.js';
import { callTransitions } from '../domain/call-states.js';
import { CallAccess } from './call-access.js';
import { CallCheckReader } from './call-check.reader.js';
import { CallMoves } from './call-moves.js';
import { CallStages } from './call-stages.js';
import { KeepTerms } from './keep-terms.js';

const FIRST = 1;

/**
 * Fixes the terms of a draft as their first version and shows the call to everybody who takes part. A stage whose
 * beginning has come opens at once.
 *
 * @throws NotFound, WrongState 409, TermsRefused 422, StaleVersion 412
 */
@Injectable()
export class PublishCall {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CallAccess,
    private readonly check: CallCheckReader,
    private readonly keepTerms: KeepTerms,
    private readonly moves: CallMoves,
    private readonly stages: CallStages,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Call> {
    return this.unitOfWork.run(actor, async (tx) => {
      const draft = await this.access.lock(tx, 'publish', id);
      nextState(callTransitions, draft.state, 'publish');
      await this.check.pass(tx, draft, draft.content);
      const { organizationId, content } = draft;
      const first = { callId: id, number: FIRST, organizationId, content };
      await this.keepTerms.execute(tx, first, { changedFields: [], reason: null });
      const published = await this.moves.make(tx, draft, 'publish', { version, number: FIRST });
      return this.stages.catchUp(tx, published);
    });
  }
}
