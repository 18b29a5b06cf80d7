import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { ExpertInvitationRepository } from '../data/expert-invitation.repository.js';
import { QuoteRepository } from '../data/quote.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import { relationTo } from '../domain/consulting-request.policy.js';
import type { ExpertInvitation } from '../domain/expert-invitation.js';
import type { Quote } from '../domain/quote.js';
import { ConsultingRequestAccess } from './consulting-request-access.js';

/** An invitation with what it asks, and the expert's own quote. */
export interface OwnInvitation {
  readonly invitation: ExpertInvitation;
  readonly request: ConsultingRequest;
  readonly quote: Quote | null;
}

const MOST_SHOWN = 100;

/** Who was asked to take what. */
@Injectable()
export class ExpertInvitationsReader {
  constructor(
    private readonly database: Database,
    private readonly access: ConsultingRequestAccess,
    private readonly requests: ConsultingRequestRepository,
    private readonly invitations: ExpertInvitationRepository,
    private readonly quotes: QuoteRepository,
  ) {}

  /** What the acting organization is asked, newest first. Of what it is not tied to any more only the title is told. */
  async own(actor: Actor): Promise<OwnInvitation[]> {
    const { id } = actingOrganization(actor);
    const [invitations, quotes] = await Promise.all([
      this.invitations.ofOrganization(this.database, id, MOST_SHOWN),
      this.quotes.ofOrganization(this.database, id, MOST_SHOWN),
    ]);
    const ids = invitations.map(({ requestId }) => requestId);
    const found = ids.length === 0 ? [] : await this.requests.findMany(this.database, ids);
    const requests = new Map(found.map((request) => [request.id, request]));
    const newest = new Map([...quotes].reverse().map((quote) => [quote.requestId, quote]));
    return invitations.flatMap((invitation) => {
      const request = requests.get(invitation.requestId);
      return request ? [{ invitation, request, quote: newest.get(request.id) ?? null }] : [];
    });
  }

  /** The invitation of the acting organization to a request; null where it was not asked. */
  async ownOf(actor: Actor, requestId: string): Promise<ExpertInvitation | null> {
    const { id } = actingOrganization(actor);
    return (await this.invitations.ofExpert(this.database, requestId, id)) ?? null;
  }

  /** Everybody who was asked: for whoever asks, and the secretariat. Others learn nothing of each other. */
  async ofRequest(actor: Actor, requestId: string): Promise<ExpertInvitation[]> {
    const { request } = await this.access.load(actor, 'read', requestId);
    const relation = relationTo(actor, request);
    if (relation !== 'own' && relation !== 'secretariat') throw new NotFound();
    return this.invitations.ofRequest(this.database, requestId);
  }
}
