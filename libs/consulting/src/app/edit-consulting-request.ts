import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import {
  changedContent,
  type ConsultingRequest,
  type ConsultingRequestChanges,
} from '../domain/consulting-request.js';
import { ConsultingRequestNotEditable } from '../domain/consulting-request.errors.js';
import { ConsultingRequestAccess } from './consulting-request-access.js';
import { todayOf } from './request-clocks.js';
import { RequestChecks } from './request-checks.js';
import { RequestMoves } from './request-moves.js';

/**
 * Replaces the sent fields of a draft; null clears a field.
 *
 * @throws NotFound, ConsultingRequestNotEditable 409, InvalidInput 422, StaleVersion 412: asked in this order, so that a
 * precondition never hides why the change would be refused anyway (RFC 9110 §13.2.1)
 */
@Injectable()
export class EditConsultingRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ConsultingRequestAccess,
    private readonly requests: ConsultingRequestRepository,
    private readonly checks: RequestChecks,
    private readonly moves: RequestMoves,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    changes: ConsultingRequestChanges,
    version: number | undefined,
  ): Promise<ConsultingRequest> {
    return this.unitOfWork.run(actor, async (tx) => {
      const request = await this.access.lock(tx, 'update', id);
      if (request.state !== 'draft') throw new ConsultingRequestNotEditable(request.state);
      const content = changedContent(request, changes);
      await this.checks.pass(tx, actor, content, todayOf(await this.requests.now(tx)));
      assertVersion(request.version, version);

      await this.requests.saveContent(tx, request, content);
      tx.audit({ action: 'consulting-request.update', entityType: 'consulting_request', entityId: id });
      return this.requests.get(tx, id);
    });
  }

  /**
   * Puts a draft away for good.
   *
   * @throws NotFound, WrongState 409, StaleVersion 412
   */
  async discard(actor: Actor, id: string, version?: number): Promise<ConsultingRequest> {
    return this.unitOfWork.run(actor, async (tx) => {
      const request = await this.access.lock(tx, 'update', id);
      return this.moves.make(tx, request, 'discard', { version });
    });
  }
}
