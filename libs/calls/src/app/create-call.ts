import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { CallRepository } from '../data/call.repository.js';
import type { Call } from '../domain/call.js';
import { type CallChanges, newContent } from '../domain/call-content.js';
import { callTransitions } from '../domain/call-states.js';
import type { CallContent } from '../domain/call-terms.js';

export type CreateCallInput = Pick<CallContent, 'title' | 'language' | 'zone'> & CallChanges;

/** Begins a call of the acting organization, as a draft that only its own people see. */
@Injectable()
export class CreateCall {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: CallRepository,
  ) {}

  async execute(actor: Actor, input: CreateCallInput): Promise<Call> {
    const { id: organizationId } = actingOrganization(actor);
    const id = newId();
    return this.unitOfWork.run(actor, async (tx) => {
      await this.calls.insert(tx, {
        id,
        organizationId,
        createdBy: actor.personId,
        content: newContent(input),
      });
      tx.audit({
        action: 'call.create',
        entityType: 'call',
        entityId: id,
        toState: callTransitions.initial,
      });
      return this.calls.get(tx, id);
    });
  }
}
