import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { actingOrganization, type Actor } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ContactRepository } from '../data/contact.repository.js';
import type { Acquaintance } from '../domain/contact-rule.js';
import { type ConversationMember, isSameSeat } from '../domain/conversation.js';

/** Somebody one may write to without asking first. */
export interface Contact extends ConversationMember {
  readonly displayName: string;
  readonly organization: OrganizationCard;
  readonly acquaintance: Exclude<Acquaintance, 'stranger'>;
}

const MOST_ACQUAINTANCES = 500;

/** Whom somebody may write to at once, by the rule both sides are told. */
@Injectable()
export class ContactsReader {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactRepository,
    private readonly organizations: OrganizationsReader,
    private readonly persons: PersonsReader,
  ) {}

  /** Colleagues, then those one talks to, latest first, then the secretariat; nobody who is kept apart. */
  async of(actor: Actor): Promise<Contact[]> {
    const own = { personId: actor.personId, organizationId: actingOrganization(actor).id };
    const candidates = await this.candidates(own);
    const apart = await this.contacts.keptApart(
      this.database,
      own,
      candidates.map(({ seat }) => seat),
    );
    return this.named(candidates.filter(({ seat }) => !apart.some((other) => isSameSeat(other, seat))));
  }

  private async candidates(own: ConversationMember) {
    const [colleagues, staff, known] = await Promise.all([
      this.organizations.membersOf(own.organizationId),
      this.staff(),
      this.contacts.acquaintances(this.database, own, MOST_ACQUAINTANCES),
    ]);
    const active = await this.organizations.activeSeatsOf(known.map(({ personId }) => personId));
    const found: { seat: ConversationMember; acquaintance: Contact['acquaintance'] }[] = [
      ...colleagues.map(({ personId }) => ({
        seat: { personId, organizationId: own.organizationId },
        acquaintance: 'colleague' as const,
      })),
      ...known
        .filter((seat) => active.some((other) => isSameSeat(seat, other)))
        .map((seat) => ({ seat, acquaintance: 'acquainted' as const })),
      ...staff.map((seat) => ({ seat, acquaintance: 'secretariat' as const })),
    ];
    return found.filter(
      ({ seat }, index) =>
        !isSameSeat(seat, own) && found.findIndex((other) => isSameSeat(other.seat, seat)) === index,
    );
  }

  private async staff(): Promise<ConversationMember[]> {
    const [secretariat] = await this.organizations.list({ kind: ['secretariat'] }, undefined, 1);
    if (!secretariat) return [];
    const members = await this.organizations.membersOf(secretariat.id);
    return members.map(({ personId }) => ({ personId, organizationId: secretariat.id }));
  }

  private async named(
    found: readonly { seat: ConversationMember; acquaintance: Contact['acquaintance'] }[],
  ): Promise<Contact[]> {
    const [persons, organizations] = await Promise.all([
      this.persons.byIds(found.map(({ seat }) => seat.personId)),
      this.organizations.cards(found.map(({ seat }) => seat.organizationId)),
    ]);
    return found.flatMap(({ seat, acquaintance }) => {
      const organization = organizations.get(seat.organizationId);
      const displayName = persons.get(seat.personId)?.displayName ?? '';
      return organization && displayName !== '' ? [{ ...seat, displayName, organization, acquaintance }] : [];
    });
  }
}
