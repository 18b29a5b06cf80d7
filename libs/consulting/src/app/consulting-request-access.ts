import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { ExpertInvitationRepository } from '../data/expert-invitation.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import {
  type ConsultingRequestAction,
  may,
  relationTo,
  type Ties,
} from '../domain/consulting-request.policy.js';
import { RequestAudience } from './request-audience.js';

/** A request, and how the acting organization is tied to it where it is neither its own nor the secretariat. */
export interface TiedRequest {
  readonly request: ConsultingRequest;
  readonly ties: Ties;
}

/** The only way anybody obtains a consulting request. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class ConsultingRequestAccess {
  constructor(
    private readonly database: Database,
    private readonly requests: ConsultingRequestRepository,
    private readonly invitations: ExpertInvitationRepository,
    @Optional() @Inject(RequestAudience) private readonly audience: RequestAudience | undefined,
  ) {}

  /** A request to read. */
  async load(actor: Actor, action: 'read', id: string): Promise<TiedRequest> {
    const request = await this.requests.find(this.database, id);
    if (!request) throw new NotFound();
    const isStranger = relationTo(actor, request) === 'stranger';
    const ties = isStranger ? await this.tiesOf(actor, request) : {};
    if (!may(actor, action, request, relationTo(actor, request, ties))) throw new NotFound();
    return { request, ties };
  }

  /** A request to change, locked until `tx` ends: the acting organization's own, or for the secretariat's desk. */
  async lock(
    tx: Transaction,
    action: Exclude<ConsultingRequestAction, 'read'>,
    id: string,
  ): Promise<ConsultingRequest> {
    const { actor } = tx;
    const organization = actingOrganization(actor);
    const isDesk = action === 'triage' && organization.kind === 'secretariat';
    const request = await this.requests.lock(tx, id, isDesk ? null : organization.id);
    if (!request || !may(actor, action, request, relationTo(actor, request))) throw new NotFound();
    return request;
  }

  private async tiesOf(actor: Actor, request: ConsultingRequest): Promise<Ties> {
    const { id } = actingOrganization(actor);
    const isBearer = request.costBearers.some(({ organizationId }) => organizationId === id);
    if (await this.invitations.isTied(this.database, request.id, id)) return { isExpert: true, isBearer };
    if (isBearer) return { isBearer };
    return { isCounterpart: (await this.audience?.isCounterpart(request.id, id)) ?? false };
  }
}
