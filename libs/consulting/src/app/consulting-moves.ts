import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import type { ConsultingRequestVerb } from '../domain/request-states.js';
import { RequestMoves } from './request-moves.js';

/** What an engagement does to its request, inside its own unit of work, once it knows that the actor may. */
@Injectable()
export class ConsultingMoves {
  constructor(
    private readonly requests: ConsultingRequestRepository,
    private readonly moves: RequestMoves,
  ) {}

  /**
   * The work is agreed on.
   *
   * @throws NotFound, WrongState 409
   */
  async engage(tx: Transaction, requestId: string): Promise<void> {
    await this.make(tx, requestId, 'engage', null);
  }

  /** @throws NotFound, WrongState 409 */
  async close(tx: Transaction, requestId: string): Promise<void> {
    await this.make(tx, requestId, 'close', null);
  }

  /**
   * There will be no engagement, or it has ended early. `reason` is a code.
   *
   * @throws NotFound, WrongState 409
   */
  async giveUp(tx: Transaction, requestId: string, reason: string): Promise<void> {
    await this.make(tx, requestId, 'give-up', reason);
  }

  private async make(
    tx: Transaction,
    requestId: string,
    verb: ConsultingRequestVerb,
    code: string | null,
  ): Promise<ConsultingRequest> {
    const request = await this.requests.lock(tx, requestId, null);
    if (!request) throw new NotFound();
    return this.moves.make(tx, request, verb, { code });
  }
}
