import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ConversationRepository } from '../data/conversation.repository.js';
import { MessagingPreferenceRepository } from '../data/messaging-preference.repository.js';
import type { ConversationMember, SeatRole } from '../domain/conversation.js';

/** Somebody in a conversation, with the organization they speak for. */
export interface ParticipantCard {
  readonly personId: string;
  /** Empty for a former member of the network. */
  readonly displayName: string;
  readonly organization: OrganizationCard;
  readonly role: SeatRole;
  /** Whether they take part, as far as the reader may know. */
  readonly isHere: boolean;
  /** How far they have read; null where they, or the reader, keep that to themselves. */
  readonly readSeq: number | null;
}

/** Names those who take part in conversations, as one of them may see the others. */
@Injectable()
export class ParticipantCards {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationRepository,
    private readonly persons: PersonsReader,
    private readonly organizations: OrganizationsReader,
    private readonly preferences: MessagingPreferenceRepository,
  ) {}

  /** By id of the conversation, in the order in which they came. */
  async of(
    conversationIds: readonly string[],
    reader: ConversationMember,
  ): Promise<Map<string, ParticipantCard[]>> {
    const members = await this.conversations.members(this.database, conversationIds, reader);
    const personIds = [...new Set(members.map(({ personId }) => personId))];
    const [preferences, persons, organizations] = await Promise.all([
      this.preferences.ofMany(this.database, [...personIds, reader.personId]),
      this.persons.byIds(personIds),
      this.organizations.cards([...new Set(members.map(({ organizationId }) => organizationId))]),
    ]);
    const showsReading = (personId: string): boolean => preferences.get(personId)?.showsReading ?? true;
    const seesReading = showsReading(reader.personId);
    const cards = new Map<string, ParticipantCard[]>();
    for (const { conversationId, personId, organizationId, role, isHere, readSeq } of members) {
      const organization = organizations.get(organizationId);
      if (!organization) continue;
      const displayName = persons.get(personId)?.displayName ?? '';
      const isShown = personId === reader.personId || (seesReading && showsReading(personId));
      const seat = { personId, displayName, organization, role, isHere };
      const card = { ...seat, readSeq: isShown ? readSeq : null };
      const known = cards.get(conversationId);
      if (known) known.push(card);
      else cards.set(conversationId, [card]);
    }
    return cards;
  }
}
