import { Injectable } from '@nestjs/common';
import type { MessageView } from '#libs/contracts';
import { type Actor, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import type { ConversationSeat } from '../data/conversation.repository.js';
import { MessageChangeRepository, type Wording } from '../data/message-change.repository.js';
import { MessageRepository } from '../data/message.repository.js';
import { lastVisible } from '../domain/conversation.js';
import { ConversationAccess } from './conversation-access.js';

/** Which messages: those after a number (0: from the beginning), or those just before one. */
export type MessageWindow = { readonly after: number } | { readonly before: number };

export interface MessageSlice {
  /** Lowest number first, one more than `limit` when there is more in that direction. */
  readonly items: readonly MessageView[];
  /** Number of the last message the reader may see; 0 when there is none. */
  readonly lastSeq: number;
  /** Count of the changes the reader may see. */
  readonly lastChange: number;
}

/** Messages as somebody who takes part, or took part, sees them. Every method: request/not-found for strangers. */
@Injectable()
export class MessagesReader {
  constructor(
    private readonly database: Database,
    private readonly access: ConversationAccess,
    private readonly messages: MessageRepository,
    private readonly history: MessageChangeRepository,
  ) {}

  /** Fetches one message more than `limit`, so that the caller sees whether it goes on. */
  async window(actor: Actor, id: string, window: MessageWindow, limit: number): Promise<MessageSlice> {
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
    return this.slice(seat, 'after' in window ? items : items.reverse());
  }

  /** A message and what was answered to it, and to those answers. */
  async thread(
    actor: Actor,
    id: string,
    thread: number,
    after: number,
    limit: number,
  ): Promise<MessageSlice> {
    const seat = await this.access.load(actor, 'read', id);
    const span = { thread, after: Math.max(after, seat.joinedSeq), upTo: lastVisible(seat, seat.lastSeq) };
    return this.slice(seat, await this.messages.thread(this.database, id, { ...span, limit: limit + 1 }));
  }

  /** Messages changed after a count, in the order of their latest changes; each once, as it stands now. */
  async changes(actor: Actor, id: string, after: number, limit: number): Promise<MessageSlice> {
    const seat = await this.access.load(actor, 'read', id);
    const items = await this.history.changes(this.database, id, {
      after,
      upTo: seat.leftChange ?? seat.lastChange,
      joinedSeq: seat.joinedSeq,
      upToSeq: lastVisible(seat, seat.lastSeq),
      limit,
    });
    return this.slice(seat, items);
  }

  /** How a message read before it was edited, first wording first. Of a deleted one nothing is told. */
  async wordings(actor: Actor, id: string, seq: number): Promise<Wording[]> {
    const seat = await this.access.load(actor, 'read', id);
    const message = await this.history.find(this.database, id, seq);
    const isSeen = seq > seat.joinedSeq && seq <= lastVisible(seat, seat.lastSeq);
    if (!message || !isSeen || message.deletedAt) throw new NotFound();
    const wordings = await this.history.wordings(this.database, id, seq);
    const { leftChange } = seat;
    if (leftChange === null) return wordings;
    // What they saw last is what they see still: later wordings are not theirs, nor is it a former one.
    const seen = (await this.history.wordingsAt(this.database, id, [seq], leftChange)).get(seq);
    return seen ? wordings.filter(({ revision }) => revision < seen.revision) : wordings;
  }

  private async slice(seat: ConversationSeat, items: readonly MessageView[]): Promise<MessageSlice> {
    return {
      items: seat.leftChange === null ? items : await this.asOfLeaving(seat, seat.leftChange, items),
      lastSeq: lastVisible(seat, seat.lastSeq),
      lastChange: seat.leftChange ?? seat.lastChange,
    };
  }

  /** What was done to messages after somebody left is not for them; but what was deleted is gone for everybody. */
  private async asOfLeaving(
    { id }: ConversationSeat,
    leftChange: number,
    items: readonly MessageView[],
  ): Promise<MessageView[]> {
    const later = items.filter(({ change = 0, deletedAt }) => change > leftChange && !deletedAt);
    if (later.length === 0) return [...items];
    const seqs = later.map(({ seq }) => seq);
    const wordings = await this.history.wordingsAt(this.database, id, seqs, leftChange);
    return items.map((message) => {
      if (!seqs.includes(message.seq)) return message;
      const { reactions: _, change: __, revision: ___, editedAt: ____, ...rest } = message;
      const wording = wordings.get(message.seq);
      return wording ? { ...rest, body: wording.body, language: wording.language } : rest;
    });
  }
}
