import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { actingOrganization, type Actor, NotFound } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ContactRequestRepository } from '../data/contact-request.repository.js';
import { CONTACT_QUOTA, type ContactRequest } from '../domain/contact-request.js';

/** A request with the names of both sides. */
export interface NamedContactRequest extends ContactRequest {
  readonly fromName: string;
  readonly from: OrganizationCard;
  readonly to: OrganizationCard;
}

/** The quota, and what is left of it. */
export interface ContactStanding {
  readonly waiting: number;
  readonly sent: number;
  readonly quota: typeof CONTACT_QUOTA;
}

/** Contact requests that the acting organization sent or received. */
@Injectable()
export class ContactRequestsReader {
  constructor(
    private readonly database: Database,
    private readonly requests: ContactRequestRepository,
    private readonly persons: PersonsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  async list(
    actor: Actor,
    query: { box: 'received' | 'sent'; before: string | undefined; limit: number },
  ): Promise<NamedContactRequest[]> {
    return this.named(await this.requests.list(this.database, actingOrganization(actor).id, query));
  }

  /** @throws NotFound */
  async one(actor: Actor, id: string): Promise<NamedContactRequest> {
    const request = await this.requests.find(this.database, id, actingOrganization(actor).id);
    const [named] = request ? await this.named([request]) : [];
    if (!named) throw new NotFound();
    return named;
  }

  async standing(actor: Actor): Promise<ContactStanding> {
    const sent = await this.requests.sent(this.database, actingOrganization(actor).id, null);
    return { waiting: sent.waiting, sent: sent.withinDays, quota: CONTACT_QUOTA };
  }

  private async named(requests: readonly ContactRequest[]): Promise<NamedContactRequest[]> {
    const [persons, cards] = await Promise.all([
      this.persons.byIds(requests.map(({ fromPersonId }) => fromPersonId)),
      this.organizations.cards(
        requests.flatMap(({ fromOrganizationId, toOrganizationId }) => [
          fromOrganizationId,
          toOrganizationId,
        ]),
      ),
    ]);
    return requests.flatMap((request) => {
      const from = cards.get(request.fromOrganizationId);
      const to = cards.get(request.toOrganizationId);
      const fromName = persons.get(request.fromPersonId)?.displayName ?? '';
      return from && to ? [{ ...request, fromName, from, to }] : [];
    });
  }
}
