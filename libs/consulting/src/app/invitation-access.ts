import { Injectable } from '@nestjs/common';
import { actingOrganization, assertVersion, NotFound } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { ExpertInvitationRepository } from '../data/expert-invitation.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import type { ExpertInvitation } from '../domain/expert-invitation.js';

/** An invitation with what it is about. */
export interface Asked {
  readonly request: ConsultingRequest;
  readonly invitation: ExpertInvitation;
}

/** The only way an expert obtains an invitation: its own. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class InvitationAccess {
  constructor(
    private readonly requests: ConsultingRequestRepository,
    private readonly invitations: ExpertInvitationRepository,
  ) {}

  /** Both locked until `tx` ends, the request first: so does everything that changes either. */
  async lock(tx: Transaction, id: string, version: number | undefined): Promise<Asked> {
    const found = await this.invitations.find(tx, id);
    if (found?.organizationId !== actingOrganization(tx.actor).id) throw new NotFound();
    const request = await this.requests.lock(tx, found.requestId, null);
    const invitation = await this.invitations.lock(tx, id);
    if (!request || !invitation) throw new NotFound();
    assertVersion(invitation.version, version);
    return { request, invitation };
  }

  /** The invitation of the acting organization to a request, both locked. */
  async lockOfRequest(tx: Transaction, requestId: string): Promise<Asked> {
    const organizationId = actingOrganization(tx.actor).id;
    const found = await this.invitations.ofExpert(tx, requestId, organizationId);
    if (!found) throw new NotFound();
    return this.lock(tx, found.id, undefined);
  }
}
