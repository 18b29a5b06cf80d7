import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import {
  newContent,
  type ConsultingRequest,
  type ConsultingRequestChanges,
  type ConsultingRequestContent,
} from '../domain/consulting-request.js';
import { consultingRequestTransitions } from '../domain/request-states.js';
import { todayOf } from './request-clocks.js';
import { RequestChecks } from './request-checks.js';

export type CreateConsultingRequestInput = Pick<ConsultingRequestContent, 'title' | 'language'> &
  ConsultingRequestChanges;

/**
 * Begins a consulting request of the acting organization, as a draft.
 *
 * @throws InvalidInput 422: unknown codes, impossible budget, shares or deadline; CommitteeIsForMemberCities 403
 */
@Injectable()
export class CreateConsultingRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ConsultingRequestRepository,
    private readonly checks: RequestChecks,
    private readonly database: Database,
  ) {}

  async execute(actor: Actor, input: CreateConsultingRequestInput): Promise<ConsultingRequest> {
    const { id: organizationId } = actingOrganization(actor);
    const content = newContent(input);
    await this.checks.pass(this.database, actor, content, todayOf(await this.requests.now(this.database)));
    const id = newId();

    return this.unitOfWork.run(actor, async (tx) => {
      await this.requests.insert(tx, { id, organizationId, createdBy: actor.personId, content });
      tx.audit({
        action: 'consulting-request.create',
        entityType: 'consulting_request',
        entityId: id,
        toState: consultingRequestTransitions.initial,
      });
      return this.requests.get(tx, id);
    });
  }
}
