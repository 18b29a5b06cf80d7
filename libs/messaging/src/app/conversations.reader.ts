import { Injectable } from '@nestjs/common';
import type { MessageView } from '#libs/contracts';
import { PersonsReader } from '#libs/identity';
import { actingOrganization, type Actor } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import {
  type ConversationListKey,
  ConversationRepository,
  type ConversationSeat,
  type ConversationWithLastMessage,
} from '../data/conversation.repository.js';
import { MessageRepository } from '../data/message.repository.js';
import {
  type ConversationMember,
  type ConversationSubject,
  lastVisible,
  type PinnedFact,
  unreadCount,
} from '../domain/conversation.js';
import { abilitiesFor } from '../domain/conversation.policy.js';
import { ConversationAccess } from './conversation-access.js';

/** Somebody in a conversation, with the organization they speak for. */
export interface ParticipantCard {
  readonly personId: string;
  readonly displayName: string;
  readonly organization: OrganizationCard;
}

/** What list and single view of a conversation share, from the reader's own seat. */
export interface ConversationSummary {
  readonly id: string;
  readonly about: ConversationSubject;
  readonly lastSeq: number;
  readonly readSeq: number;
  readonly unread: number;
  readonly activeAt: Date;
  readonly createdAt: Date;
  readonly version: number;
  readonly participants: readonly ParticipantCard[];
}

export interface ConversationListItem extends ConversationSummary {
  readonly lastMessage: ConversationWithLastMessage['last'];
}

export interface ConversationDetails extends ConversationSummary {
  readonly facts: readonly PinnedFact[];
  readonly abilities: { readonly post: boolean };
}

/** Which messages: those after a number (0: from the beginning), or those just before one. */
export type MessageWindow = { readonly after: number } | { readonly before: number };

export interface MessageSlice {
  /** Lowest number first, one more than `limit` when there is more in that direction. */
  readonly items: readonly MessageView[];
  /** Number of the last message the reader may see; 0 when there is none. */
  readonly lastSeq: number;
}

const COUNTED_UP_TO = 1_000;

/** All that is read of conversations, always as the acting person for the acting organization. */
@Injectable()
export class ConversationsReader {
  constructor(
    private readonly database: Database,
    private readonly access: ConversationAccess,
    private readonly conversations: ConversationRepository,
    private readonly messages: MessageRepository,
    private readonly persons: PersonsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Latest activity first; at most `limit` items, beginning after the key. */
  async list(
    actor: Actor,
    { limit, after }: { limit: number; after?: ConversationListKey | undefined },
  ): Promise<ConversationListItem[]> {
    const rows = await this.conversations.list(this.database, seatHolder(actor), limit, after);
    const cards = await this.participants(rows.map(({ id }) => id));
    return rows.map((row) => ({ ...summary(row, cards.get(row.id) ?? []), lastMessage: row.last }));
  }

  /** How many conversations there are, up to a thousand. */
  async count(actor: Actor): Promise<{ total: number; totalCapped: boolean }> {
    const found = await this.conversations.count(this.database, seatHolder(actor), COUNTED_UP_TO + 1);
    return { total: Math.min(found, COUNTED_UP_TO), totalCapped: found > COUNTED_UP_TO };
  }

  /** Errors: request/not-found. */
  async find(actor: Actor, id: string): Promise<ConversationDetails> {
    const seat = await this.access.load(actor, 'read', id);
    const cards = await this.participants([id]);
    return {
      ...summary(seat, cards.get(id) ?? []),
      facts: seat.facts,
      abilities: abilitiesFor(actor.permissions, seat),
    };
  }

  /** Fetches one message more than `limit`, so that the caller sees whether it goes on. Errors: request/not-found. */
  async messagesOf(actor: Actor, id: string, window: MessageWindow, limit: number): Promise<MessageSlice> {
    const seat = await this.access.load(actor, 'read', id);
    const lastSeq = lastVisible(seat, seat.lastSeq);
    const items =
      'after' in window
        ? await this.messages.forward(this.database, id, {
            after: Math.max(window.after, seat.joinedSeq),
            upTo: lastSeq,
            limit: limit + 1,
          })
        : await this.messages.backward(this.database, id, {
            after: seat.joinedSeq,
            before: Math.min(window.before, lastSeq + 1),
            limit: limit + 1,
          });
    return { items: 'after' in window ? items : items.reverse(), lastSeq };
  }

  private async participants(ids: readonly string[]): Promise<Map<string, ParticipantCard[]>> {
    const members = await this.conversations.members(this.database, ids);
    const [persons, organizations] = await Promise.all([
      this.persons.byIds([...new Set(members.map(({ personId }) => personId))]),
      this.organizations.cards([...new Set(members.map(({ organizationId }) => organizationId))]),
    ]);
    const cards = new Map<string, ParticipantCard[]>();
    for (const { conversationId, personId, organizationId } of members) {
      const organization = organizations.get(organizationId);
      if (!organization) continue;
      const card = { personId, displayName: persons.get(personId)?.displayName ?? '', organization };
      cards.set(conversationId, [...(cards.get(conversationId) ?? []), card]);
    }
    return cards;
  }
}

function seatHolder(actor: Actor): ConversationMember {
  return { personId: actor.personId, organizationId: actingOrganization(actor).id };
}

function summary(seat: ConversationSeat, participants: readonly ParticipantCard[]): ConversationSummary {
  return {
    id: seat.id,
    about: { type: seat.aboutType, id: seat.aboutId },
    lastSeq: lastVisible(seat, seat.lastSeq),
    readSeq: seat.readSeq,
    unread: unreadCount(seat, seat.lastSeq),
    activeAt: seat.activeAt,
    createdAt: seat.createdAt,
    version: seat.version,
    participants,
  };
}
