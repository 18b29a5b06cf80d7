import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import {
  newContent,
  type ConsultingRequest,
  type ConsultingRequestChanges,
  type ConsultingRequestContent,
  consultingRequestTransitions,
} from '../domain/consulting-request.js';
import { checkCodes } from './consulting-request-codes.js';

export type CreateConsultingRequestInput = Pick<ConsultingRequestContent, 'title' | 'language'> &
  ConsultingRequestChanges;

/**
 * Begins a consulting request of the acting organization, as a draft.
 *
 * @throws InvalidInput `request/invalid`: unknown codes, impossible budget or period
 */
@Injectable()
export class CreateConsultingRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ConsultingRequestRepository,
    private readonly codes: TaxonomyCodes,
  ) {}

  async execute(actor: Actor, input: CreateConsultingRequestInput): Promise<ConsultingRequest> {
    const { id: organizationId } = actingOrganization(actor);
    const content = newContent(input);
    checkCodes(this.codes, content);
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
