import { Injectable } from '@nestjs/common';
import type { MessageView } from '#libs/contracts';
import { actingOrganization, NotFound } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { MessageChangeRepository } from '../data/message-change.repository.js';
import { type MessageRow, toMessageView } from '../data/message-row.js';
import { type LockedRoom, RoomRepository, type RoomSeat } from '../data/room.repository.js';
import { ConversationSilent } from '../domain/contact.errors.js';
import { isSameSeat } from '../domain/conversation.js';
import { ConversationFeed } from './conversation-feed.js';

/** A message that is about to change, under the lock of its conversation. */
export interface OpenMessage {
  readonly room: LockedRoom;
  readonly seated: readonly RoomSeat[];
  readonly message: MessageRow;
}

/** What every change of a message begins and ends with: its own count per conversation, its audit line, its event. */
@Injectable()
export class MessageChanges {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly changes: MessageChangeRepository,
    private readonly feed: ConversationFeed,
  ) {}

  /**
   * A message to change for somebody who takes part and sees it. Where one of the two keeps the other away nothing new
   * is said, whatever it is called; taking something back stays possible.
   *
   * @throws NotFound, ConversationSilent 409
   */
  async openFor(
    tx: Transaction,
    conversationId: string,
    seq: number,
    { takesBack = false }: { readonly takesBack?: boolean } = {},
  ): Promise<OpenMessage> {
    const own = { personId: tx.actor.personId, organizationId: actingOrganization(tx.actor).id };
    const open = await this.open(tx, conversationId, seq);
    const seat = open.seated.find((each) => isSameSeat(each, own));
    if (!seat || seq <= seat.joinedSeq) throw new NotFound();
    if (seat.isSilenced && !takesBack) throw new ConversationSilent();
    return open;
  }

  /** A message to change, whoever asks. @throws NotFound when it is absent, deleted or nothing that was said */
  async open(tx: Transaction, conversationId: string, seq: number): Promise<OpenMessage> {
    const room = await this.rooms.lock(tx, conversationId);
    const message = room && (await this.changes.find(tx, conversationId, seq));
    if (!room || message?.kind !== 'said' || message.deletedAt) throw new NotFound();
    const seats = await this.rooms.seats(tx, conversationId);
    return { room, seated: seats.filter(({ leftSeq }) => leftSeq === null), message };
  }

  /** Announces what a message became at a change; answers it as clients see it. */
  close(tx: Transaction, { room, seated }: OpenMessage, row: MessageRow, action: string): MessageView {
    const message = toMessageView(row);
    tx.audit({ action: `message.${action}`, entityType: 'message', entityId: row.id });
    const source = { aggregateType: 'conversation', aggregateId: room.id, seq: row.changed };
    const eventId = tx.emit('message.changed', source, { messageId: row.id, change: row.changed });
    const recipients = seated.filter(({ joinedSeq }) => joinedSeq < row.seq);
    tx.afterCommit(() => this.feed.messageChanged({ eventId, message, recipients }));
    return message;
  }
}
