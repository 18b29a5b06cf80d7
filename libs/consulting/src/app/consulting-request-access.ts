import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import { may, type ConsultingRequestAction, relationTo } from '../domain/consulting-request.policy.js';
import { RequestAudience } from './request-audience.js';

/** The only way anybody obtains a consulting request. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class ConsultingRequestAccess {
  constructor(
    private readonly database: Database,
    private readonly requests: ConsultingRequestRepository,
    @Optional() @Inject(RequestAudience) private readonly audience: RequestAudience | undefined,
  ) {}

  /** A request to read. */
  async load(actor: Actor, action: 'read', id: string): Promise<ConsultingRequest> {
    const request = await this.requests.find(this.database, id);
    if (!request) throw new NotFound();
    let relation = relationTo(actor, request);
    if (relation === 'stranger') relation = relationTo(actor, request, await this.isCounterpart(actor, id));
    if (!may(actor, action, request, relation)) throw new NotFound();
    return request;
  }

  /** A request to change, locked until `tx` ends. */
  async lock(
    tx: Transaction,
    action: Exclude<ConsultingRequestAction, 'read'>,
    id: string,
  ): Promise<ConsultingRequest> {
    const { actor } = tx;
    const request = await this.requests.lock(tx, id, actingOrganization(actor).id);
    if (!request || !may(actor, action, request, relationTo(actor, request))) throw new NotFound();
    return request;
  }

  private async isCounterpart(actor: Actor, id: string): Promise<boolean> {
    return (await this.audience?.isCounterpart(id, actingOrganization(actor).id)) ?? false;
  }
}
