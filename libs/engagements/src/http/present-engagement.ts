import { Injectable } from '@nestjs/common';
import { type PersonCard, PersonsReader } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { type EngagementRoom, EngagementRoomReader } from '../app/engagement-room.reader.js';
import type { Contact } from '../domain/engagement.js';
import type {
  EngagementContactResponse,
  EngagementOrganizationResponse,
  EngagementPartyResponse,
  EngagementResponse,
} from './engagement-response.dto.js';
import {
  toBalances,
  toCaseNote,
  toDeliverable,
  toDispute,
  toEntry,
  toSession,
  toTerms,
} from './to-engagement.js';

interface Names {
  readonly cards: ReadonlyMap<string, OrganizationCard>;
  readonly persons: ReadonlyMap<string, PersonCard>;
}

/** Makes an answer of a room: with the names of everybody in it. */
@Injectable()
export class PresentEngagement {
  constructor(
    private readonly rooms: EngagementRoomReader,
    private readonly organizations: OrganizationsReader,
    private readonly persons: PersonsReader,
  ) {}

  async one(actor: Actor, id: string): Promise<EngagementResponse> {
    const room = await this.rooms.one(actor, id);
    const { requester, consultant } = room.engagement;
    const [cards, persons] = await Promise.all([
      this.organizations.cards(
        [requester, consultant, ...room.parties].map(({ organizationId }) => organizationId),
      ),
      this.persons.byIds([
        requester.personId,
        consultant.personId,
        ...room.parties.flatMap(({ signedBy }) => (signedBy === null ? [] : [signedBy])),
      ]),
    ]);
    return toResponse(room, { cards, persons });
  }
}

function toResponse(room: EngagementRoom, names: Names): EngagementResponse {
  const { engagement, side } = room;
  const { id, requestId, title, language, state, isConfidential, termsHash, version } = engagement;
  return {
    id,
    requestId,
    title,
    language,
    state,
    side,
    requester: toContact(engagement.requester, names),
    consultant: toContact(engagement.consultant, names),
    conversationId: side === null ? null : engagement.conversationId,
    isConfidential,
    terms: toTerms(engagement.terms),
    termsHash,
    parties: toParties(room, names),
    signatureDueAt: state === 'agreement' ? engagement.signatureDueAt.toISOString() : null,
    begunAt: engagement.begunAt?.toISOString() ?? null,
    acceptedAt: engagement.acceptedAt?.toISOString() ?? null,
    endedAt: engagement.endedAt?.toISOString() ?? null,
    endReason: engagement.endReason,
    endLanguage: engagement.endLanguage,
    sessions: room.sessions.map((session) => toSession(session, room)),
    deliverables: room.deliverables.map((deliverable) => toDeliverable(deliverable, room)),
    entries: room.entries.map((entry) => toEntry(entry, room.entries)),
    balances: toBalances(room),
    disputes: room.disputes.map(toDispute),
    caseNote: room.note && toCaseNote(room.note),
    areas: [...engagement.areas],
    abilities: { ...room.abilities },
    version,
  };
}

function toParties({ parties, parts, waitingFor }: EngagementRoom, names: Names): EngagementPartyResponse[] {
  return parties.map((party) => ({
    id: party.id,
    organization: toOrganization(names.cards.get(party.organizationId), party.organizationId),
    side: party.side,
    shareBasisPoints: party.shareBasisPoints,
    partMinor: parts.get(party.id) ?? 0,
    signedAt: party.signedAt?.toISOString() ?? null,
    signedBy: party.signedBy === null ? null : (names.persons.get(party.signedBy)?.displayName ?? ''),
    isWaitedFor: waitingFor.some(({ id }) => id === party.id),
  }));
}

function toContact(
  { organizationId, personId }: Contact,
  { cards, persons }: Names,
): EngagementContactResponse {
  const person = persons.get(personId);
  return {
    organization: toOrganization(cards.get(organizationId), organizationId),
    personId,
    displayName: person?.displayName ?? '',
    timeZone: person?.timeZone ?? 'UTC',
  };
}

export function toOrganization(
  card: OrganizationCard | undefined,
  id: string,
): EngagementOrganizationResponse {
  return { id, slug: card?.slug ?? '', name: card?.name ?? '', nameLocal: card?.nameLocal ?? null };
}
