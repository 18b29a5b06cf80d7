import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { RealtimeServer } from '#libs/platform/realtime';
import {
  ConversationFeed,
  type ConversationFeedHandler,
  type PostedMessage,
} from '../app/conversation-feed.js';
import { PushedMessages } from '../app/pushed-messages.js';
import type { ConversationMember } from '../domain/conversation.js';
import { participantRoom } from './messaging.rooms.js';

/** How long events wait to be noted as pushed together; well below the second after which a tail repeats. */
const NOTE_EVERY_MS = 150;

/** Everything of messaging that leaves by sockets. Pushes what this process has just made durable. */
@Injectable()
export class MessagingPublisher implements ConversationFeedHandler, OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(MessagingPublisher.name);
  private unnoted: string[] = [];
  private noting: Promise<void> | undefined;

  constructor(
    private readonly realtime: RealtimeServer,
    private readonly feed: ConversationFeed,
    private readonly pushed: PushedMessages,
  ) {}

  onModuleInit(): void {
    this.feed.subscribe(this);
  }

  posted(messages: readonly PostedMessage[]): void {
    for (const { eventId, message, recipients } of messages) {
      this.push({ message, recipients });
      this.unnoted.push(eventId);
    }
    this.noting ??= this.noteSoon();
  }

  /** Sends one message to everybody who takes part, the sender's own sockets included. */
  push({ message, recipients }: Pick<PostedMessage, 'message' | 'recipients'>): void {
    const { conversationId } = message;
    const rooms = recipients.map(participantRoom);
    if (rooms.length > 0) this.realtime.emit(rooms, 'messaging.message-posted', { conversationId, message });
  }

  opened(conversationId: string, members: readonly ConversationMember[]): void {
    this.realtime.emit(members.map(participantRoom), 'messaging.conversation-opened', { conversationId });
  }

  read(conversationId: string, reader: ConversationMember, readSeq: number): void {
    this.realtime.emit(participantRoom(reader), 'messaging.conversation-read', { conversationId, readSeq });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.noting;
  }

  private async noteSoon(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, NOTE_EVERY_MS));
    const eventIds = this.unnoted.splice(0);
    this.noting = undefined;
    try {
      await this.realtime.drained();
      await this.pushed.note(eventIds);
    } catch (error) {
      // A tail finds them and pushes them once more, which harms nobody.
      this.logger.warn({ err: error }, 'Pushed messages could not be noted.');
    }
  }
}
