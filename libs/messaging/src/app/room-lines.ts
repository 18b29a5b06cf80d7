import { Injectable } from '@nestjs/common';
import type { MessageKind, MessageView } from '#libs/contracts';
import { newId, type Transaction } from '#libs/platform/database';
import { type LockedRoom, RoomRepository } from '../data/room.repository.js';
import { type ConversationMember, isSameSeat } from '../domain/conversation.js';
import { ConversationFeed } from './conversation-feed.js';

/** Channel on which a room says that who takes part is not the same any more; the payload is its id. */
export const ROOM_CHANGED = 'conversation_members';

export interface RoomChange {
  readonly kind: Exclude<MessageKind, 'said'>;
  /** Whose line it is: who came, went or did it. Takes part or did. */
  readonly by: ConversationMember;
  /** To whom it happened. */
  readonly members: readonly ConversationMember[];
}

/** What happens to a room stands in it as a line, under a number of its own. */
@Injectable()
export class RoomLines {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly feed: ConversationFeed,
  ) {}

  /**
   * Writes the line of a change that was just made under the room's lock, and tells everybody who takes part
   * after it. Answers its number.
   */
  async write(tx: Transaction, room: LockedRoom, change: RoomChange): Promise<number> {
    const id = newId();
    const seq = room.lastSeq + 1;
    const postedAt = await this.rooms.writeLine(tx, room, { ...change, id, seq });
    const recipients = (await this.rooms.seats(tx, room.id)).filter(({ leftSeq }) => leftSeq === null);
    tx.audit({ action: `conversation.${change.kind}`, entityType: 'conversation', entityId: room.id });
    const source = { aggregateType: 'conversation', aggregateId: room.id, seq };
    const eventId = tx.emit('message.posted', source, { messageId: id, seq });
    await tx.execute('select pg_notify($1, $2)', [ROOM_CHANGED, room.id]);
    const message: MessageView = {
      id,
      conversationId: room.id,
      seq,
      clientMessageId: id,
      senderId: change.by.personId,
      senderOrganizationId: change.by.organizationId,
      body: '',
      language: null,
      postedAt: postedAt.toISOString(),
      kind: change.kind,
      members: change.members.map(({ personId, organizationId }) => ({ personId, organizationId })),
    };
    const gone = change.kind === 'joined' || change.kind === 'renamed' ? [] : change.members;
    const ended = gone.filter((member) => !recipients.some((seat) => isSameSeat(seat, member)));
    tx.afterCommit(() => {
      this.feed.posted([{ eventId, message, recipients }]);
      this.feed.changed(room.id, recipients);
      if (ended.length > 0) this.feed.ended(room.id, ended, seq);
    });
    return seq;
  }
}
