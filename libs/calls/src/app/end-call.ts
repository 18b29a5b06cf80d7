import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { Call } from '../domain/call.js';
import { CallAccess } from './call-access.js';
import { CallMoves } from './call-moves.js';

/**
 * Ends a call: to the archive once it is decided, or called off before anybody reviewed.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class EndCall {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CallAccess,
    private readonly moves: CallMoves,
  ) {}

  async archive(actor: Actor, id: string, version?: number): Promise<Call> {
    return this.unitOfWork.run(actor, async (tx) => {
      const call = await this.access.lock(tx, 'publish', id);
      return this.moves.make(tx, call, 'archive', { version });
    });
  }

  /** Takes no proposals any more; everybody concerned is told, and reads the reason with the call. */
  async callOff(actor: Actor, id: string, reason: string, version?: number): Promise<Call> {
    return this.unitOfWork.run(actor, async (tx) => {
      const call = await this.access.lock(tx, 'publish', id);
      return this.moves.make(tx, call, 'call-off', { version, reason });
    });
  }
}
