import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import {
  type ConversationListKey,
  ConversationRepository,
  type ConversationSeat,
  type ConversationWithLastMessage,
} from '../data/conversation.repository.js';
import {
  type ConversationMember,
  type ConversationSubject,
  isArchived,
  lastVisible,
  type PinnedFact,
  unreadCount,
} from '../domain/conversation.js';
import { abilitiesFor, type ConversationAbilities } from '../domain/conversation.policy.js';
import { ConversationAccess } from './conversation-access.js';
import { ConversationSubjects, type SubjectFact } from './conversation-subjects.js';
import { type ParticipantCard, ParticipantCards } from './participant-cards.js';

/** What list and single view of a conversation share, from the reader's own seat. */
export interface ConversationSummary {
  readonly id: string;
  readonly about: ConversationSubject;
  /** What its people call it; null while it goes by their names. */
  readonly title: { readonly text: string; readonly language: string | null } | null;
  readonly isMuted: boolean;
  readonly isArchived: boolean;
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
  /** What it is about, as that stands now. */
  readonly subjectFacts: readonly SubjectFact[];
  /** Count of changes of messages up to which the reader sees them. */
  readonly lastChange: number;
  readonly abilities: ConversationAbilities;
}

const COUNTED_UP_TO = 1_000;

/** All that is read of conversations, always as the acting person for the acting organization. */
@Injectable()
export class ConversationsReader {
  constructor(
    private readonly database: Database,
    private readonly access: ConversationAccess,
    private readonly conversations: ConversationRepository,
    private readonly subjects: ConversationSubjects,
    private readonly people: ParticipantCards,
  ) {}

  /** Latest activity first; at most `limit` items, beginning after the key. */
  async list(
    actor: Actor,
    query: { limit: number; archived: boolean; after?: ConversationListKey | undefined },
  ): Promise<ConversationListItem[]> {
    const reader = seatHolder(actor);
    const { limit, archived, after } = query;
    const rows = await this.conversations.list(this.database, reader, limit, { archived, after });
    const cards = await this.people.of(
      rows.map(({ id }) => id),
      reader,
    );
    return rows.map((row) => ({ ...summary(row, cards.get(row.id) ?? []), lastMessage: row.last }));
  }

  /** How many conversations there are, up to a thousand. */
  async count(actor: Actor, archived: boolean): Promise<{ total: number; totalCapped: boolean }> {
    const most = COUNTED_UP_TO + 1;
    const found = await this.conversations.count(this.database, seatHolder(actor), archived, most);
    return { total: Math.min(found, COUNTED_UP_TO), totalCapped: found > COUNTED_UP_TO };
  }

  /** For other features: the conversation about something in which the actor takes part now; null: there is none. */
  async idAbout(actor: Actor, about: ConversationSubject): Promise<string | null> {
    return this.conversations.idAbout(this.database, about, seatHolder(actor));
  }

  /** Errors: request/not-found. */
  async find(actor: Actor, id: string): Promise<ConversationDetails> {
    const seat = await this.access.load(actor, 'read', id);
    const reader = seatHolder(actor);
    const [cards, subjectFacts] = await Promise.all([
      this.people.of([id], reader),
      // What happened to it after they left is not theirs to see.
      seat.leftSeq === null ? this.subjectFacts(seat, reader) : [],
    ]);
    return {
      ...summary(seat, cards.get(id) ?? []),
      facts: seat.facts,
      subjectFacts,
      lastChange: seat.leftChange ?? seat.lastChange,
      abilities: abilitiesFor(actor.permissions, seat),
    };
  }

  private subjectFacts(
    { aboutType, aboutId }: ConversationSeat,
    { organizationId }: ConversationMember,
  ): Promise<readonly SubjectFact[]> {
    return this.subjects.factsOf(this.database, { type: aboutType, id: aboutId }, organizationId);
  }
}

function seatHolder(actor: Actor): ConversationMember {
  return { personId: actor.personId, organizationId: actingOrganization(actor).id };
}

function summary(seat: ConversationSeat, participants: readonly ParticipantCard[]): ConversationSummary {
  return {
    id: seat.id,
    about: { type: seat.aboutType, id: seat.aboutId },
    // Who left does not learn how it is called now.
    title:
      seat.title === null || seat.leftSeq !== null
        ? null
        : { text: seat.title, language: seat.titleLanguage },
    isMuted: seat.isMuted,
    isArchived: isArchived(seat, seat.lastSeq),
    lastSeq: lastVisible(seat, seat.lastSeq),
    readSeq: seat.readSeq,
    unread: unreadCount(seat, seat.lastSeq),
    activeAt: seat.activeAt,
    createdAt: seat.createdAt,
    version: seat.version,
    participants,
  };
}
