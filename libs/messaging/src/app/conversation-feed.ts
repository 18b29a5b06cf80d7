import { Injectable } from '@nestjs/common';
import type { MessageView } from '#libs/contracts';
import type { ConversationMember } from '../domain/conversation.js';

/** A durable message and who takes part in its conversation, as of the transaction that wrote it. */
export interface PostedMessage {
  /** Id of its `message.posted` event. */
  readonly eventId: string;
  readonly message: MessageView;
  readonly recipients: readonly ConversationMember[];
  /** The transaction that wrote it told the other processes. */
  readonly isTold?: true;
}

/** A message as it stands after a change, and who may see it. */
export interface ChangedMessage {
  /** Id of its `message.changed` event. */
  readonly eventId: string;
  readonly message: MessageView;
  readonly recipients: readonly ConversationMember[];
}

/** How far somebody has read. */
export interface SeenMark extends ConversationMember {
  readonly readSeq: number;
}

export interface ConversationFeedHandler {
  /** Messages of one batch, in the order of their numbers within each conversation. */
  posted(messages: readonly PostedMessage[]): void;
  opened(conversationId: string, members: readonly ConversationMember[]): void;
  /** Its name or who takes part is another. */
  changed(conversationId: string, members: readonly ConversationMember[]): void;
  /** These take part no longer. */
  ended(conversationId: string, members: readonly ConversationMember[], leftSeq: number): void;
  /** A message was edited, deleted or reacted to. */
  messageChanged(change: ChangedMessage): void;
  read(conversationId: string, reader: ConversationMember, readSeq: number): void;
  /** Others of the conversation are told how far somebody has read. */
  seen(conversationId: string, members: readonly ConversationMember[], mark: SeenMark): void;
}

/**
 * What verbs of this process have just made durable. Where sockets are served, the publisher subscribes; in
 * other processes nobody does, and the tail of an API process pushes their messages instead.
 */
@Injectable()
export class ConversationFeed {
  private readonly handlers: ConversationFeedHandler[] = [];

  subscribe(handler: ConversationFeedHandler): void {
    this.handlers.push(handler);
  }

  posted(messages: readonly PostedMessage[]): void {
    if (messages.length > 0) for (const handler of this.handlers) handler.posted(messages);
  }

  opened(conversationId: string, members: readonly ConversationMember[]): void {
    for (const handler of this.handlers) handler.opened(conversationId, members);
  }

  changed(conversationId: string, members: readonly ConversationMember[]): void {
    for (const handler of this.handlers) handler.changed(conversationId, members);
  }

  ended(conversationId: string, members: readonly ConversationMember[], leftSeq: number): void {
    for (const handler of this.handlers) handler.ended(conversationId, members, leftSeq);
  }

  messageChanged(change: ChangedMessage): void {
    for (const handler of this.handlers) handler.messageChanged(change);
  }

  seen(conversationId: string, members: readonly ConversationMember[], mark: SeenMark): void {
    for (const handler of this.handlers) handler.seen(conversationId, members, mark);
  }

  read(conversationId: string, reader: ConversationMember, readSeq: number): void {
    for (const handler of this.handlers) handler.read(conversationId, reader, readSeq);
  }
}
