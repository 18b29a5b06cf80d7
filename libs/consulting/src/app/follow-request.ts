import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { StepWords } from '../domain/consulting-step.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import { ConsultingRequestAccess } from './consulting-request-access.js';
import { RequestMoves } from './request-moves.js';

/**
 * What the requester does on the way: answers a question of the secretariat, or calls the request off.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class FollowRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ConsultingRequestAccess,
    private readonly moves: RequestMoves,
  ) {}

  async giveInformation(
    actor: Actor,
    id: string,
    said: StepWords,
    version?: number,
  ): Promise<ConsultingRequest> {
    return this.unitOfWork.run(actor, async (tx) => {
      const request = await this.access.lock(tx, 'give-information', id);
      return this.moves.make(tx, request, 'give-information', { version, said });
    });
  }

  /** Experts who were asked, or have quoted, are told. */
  async cancel(
    actor: Actor,
    id: string,
    said: StepWords | null,
    version?: number,
  ): Promise<ConsultingRequest> {
    return this.unitOfWork.run(actor, async (tx) => {
      const request = await this.access.lock(tx, 'cancel', id);
      return this.moves.make(tx, request, 'cancel', { version, said });
    });
  }
}
