import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import {
  type ConsultingRequest,
  consultingRequestTransitions,
  missingForSubmission,
} from '../domain/consulting-request.js';
import { ConsultingRequestIncomplete } from '../domain/consulting-request.errors.js';
import { ConsultingRequestAccess } from './consulting-request-access.js';

/**
 * Opens a draft to the experts it matches. Matching starts from the event.
 *
 * @throws NotFound, WrongState 409, ConsultingRequestIncomplete 422, StaleVersion 412
 */
@Injectable()
export class SubmitConsultingRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ConsultingRequestAccess,
    private readonly requests: ConsultingRequestRepository,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<ConsultingRequest> {
    return this.unitOfWork.run(actor, async (tx) => {
      const draft = await this.access.lock(tx, 'submit', id);
      const state = nextState(consultingRequestTransitions, draft.state, 'submit');
      const missing = missingForSubmission(draft);
      if (missing.length > 0) throw new ConsultingRequestIncomplete(missing);
      assertVersion(draft.version, version);

      await this.requests.submit(tx, draft, state);
      const submitted = await this.requests.get(tx, id);

      tx.audit({
        action: 'consulting-request.submit',
        entityType: 'consulting_request',
        entityId: id,
        fromState: draft.state,
        toState: state,
      });
      const source = { aggregateType: 'consulting_request', aggregateId: id, seq: submitted.version };
      tx.emit('consulting-request.submitted', source, {});
      return submitted;
    });
  }
}
