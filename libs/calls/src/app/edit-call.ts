import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { CallRepository } from '../data/call.repository.js';
import type { Call } from '../domain/call.js';
import { CallNotEditable } from '../domain/call.errors.js';
import { type CallChanges, changedContent } from '../domain/call-content.js';
import { CallAccess } from './call-access.js';
import { CallMoves } from './call-moves.js';

/**
 * Replaces the sent fields of a draft; null clears a field. What is missing or contradicts is said by its check and
 * refused only by publication: drafts are saved as they are written.
 *
 * @throws NotFound, CallNotEditable 409, StaleVersion 412
 */
@Injectable()
export class EditCall {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CallAccess,
    private readonly calls: CallRepository,
    private readonly moves: CallMoves,
  ) {}

  async execute(actor: Actor, id: string, changes: CallChanges, version: number): Promise<Call> {
    return this.unitOfWork.run(actor, async (tx) => {
      const call = await this.access.lock(tx, 'update', id);
      if (call.state !== 'draft') throw new CallNotEditable(call.state);
      assertVersion(call.version, version);
      await this.calls.saveContent(tx, call, changedContent(call.content, changes), call.number);
      tx.audit({ action: 'call.update', entityType: 'call', entityId: id });
      return this.calls.get(tx, id);
    });
  }

  /** Puts a draft away for good. */
  async discard(actor: Actor, id: string, version?: number): Promise<Call> {
    return this.unitOfWork.run(actor, async (tx) => {
      const call = await this.access.lock(tx, 'update', id);
      return this.moves.make(tx, call, 'discard', { version });
    });
  }
}
