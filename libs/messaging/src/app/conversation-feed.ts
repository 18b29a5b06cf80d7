import { Injectable } from '@nestjs/common';
import type { MessageView } from '#libs/contracts';
import type { ConversationMember } from '../domain/conversation.js';

/** A durable message and who takes part in its conversation, as of the transaction that wrote it. */
export interface PostedMessage {
  /** Id of its `message.posted` event. */
  readonly eventId: string;
  readonly message: MessageView;
  readonly recipients: readonly ConversationMember[];
}

export interface ConversationFeedHandler {
  /** Messages of one batch, in the order of their numbers within each conversation. */
  posted(messages: readonly PostedMessage[]): void;
  opened(conversationId: string, members: readonly ConversationMember[]): void;
  read(conversationId: string, reader: ConversationMember, readSeq: number): void;
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

  read(conversationId: string, reader: ConversationMember, readSeq: number): void {
    for (const handler of this.handlers) handler.read(conversationId, reader, readSeq);
  }
}
