import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ConversationRepository } from '../data/conversation.repository.js';
import { MessagingPreferenceRepository } from '../data/messaging-preference.repository.js';
import { type ConversationMember, isSameSeat, unreadCount } from '../domain/conversation.js';
import { ConversationAccess } from './conversation-access.js';
import { ConversationFeed } from './conversation-feed.js';

/** People in a room up to which each is told how far the others have read. */
const TOLD_UP_TO = 50;

export interface MarkReadResult {
  /** Where the mark stands now; it never moves back. */
  readonly readSeq: number;
  readonly unread: number;
}

/**
 * Says how far a participant has read. One statement that only ever moves forward; a reading position is
 * no decision of anybody's, so it leaves no audit line.
 *
 * Errors: request/not-found.
 */
@Injectable()
export class MarkRead {
  constructor(
    private readonly database: Database,
    private readonly access: ConversationAccess,
    private readonly conversations: ConversationRepository,
    private readonly preferences: MessagingPreferenceRepository,
    private readonly feed: ConversationFeed,
  ) {}

  async execute(actor: Actor, conversationId: string, seq: number): Promise<MarkReadResult> {
    const seat = await this.access.load(actor, 'read', conversationId);
    const reader = { personId: actor.personId, organizationId: actingOrganization(actor).id };
    const mark = await this.conversations.moveReadMark(this.database, seat.id, reader, seq);
    if (!mark) throw new NotFound();
    if (mark.moved) {
      this.feed.read(seat.id, reader, mark.readSeq);
      if (seat.leftSeq === null) await this.tellOthers(seat.id, reader, mark.readSeq);
    }
    return { readSeq: mark.readSeq, unread: unreadCount({ ...seat, readSeq: mark.readSeq }, seat.lastSeq) };
  }

  /** Whoever shows how far they have read sees it of others who show it; in large rooms nobody counts heads. */
  private async tellOthers(id: string, reader: ConversationMember, readSeq: number): Promise<void> {
    const members = (await this.conversations.members(this.database, [id], reader)).filter(
      ({ isHere }) => isHere,
    );
    if (members.length > TOLD_UP_TO) return;
    const preferences = await this.preferences.ofMany(
      this.database,
      members.map(({ personId }) => personId),
    );
    const shows = (personId: string): boolean => preferences.get(personId)?.showsReading ?? true;
    if (!shows(reader.personId)) return;
    const told = members.filter((member) => shows(member.personId) && !isSameSeat(member, reader));
    this.feed.seen(id, told, { ...reader, readSeq });
  }
}
