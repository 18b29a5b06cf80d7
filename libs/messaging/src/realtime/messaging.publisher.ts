import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { ServerEventName, ServerToClientEvents } from '#libs/contracts';
import { RealtimeServer } from '#libs/platform/realtime';
import {
  type ChangedMessage,
  ConversationFeed,
  type ConversationFeedHandler,
  type PostedMessage,
  type SeenMark,
} from '../app/conversation-feed.js';
import { unnumbered } from '../app/message-view.js';
import { MessageWriter, type NewMessage, type Telling } from '../app/message-writer.js';
import { PushedMessages } from '../app/pushed-messages.js';
import type { ConversationMember } from '../domain/conversation.js';
import { PARTICIPANT_ROOM, participantRoom } from './messaging.rooms.js';

/** How long events wait to be noted as pushed together; well below the second after which a tail repeats. */
const NOTE_EVERY_MS = 150;

const POSTED = 'messaging.message-posted';

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
    private readonly writer: MessageWriter,
  ) {}

  onModuleInit(): void {
    this.feed.subscribe(this);
    this.writer.tellBy(() => this.telling());
  }

  posted(messages: readonly PostedMessage[]): void {
    for (const { eventId, ...message } of messages) {
      this.push(message);
      this.unnoted.push(eventId);
    }
    this.noting ??= this.noteSoon();
  }

  /** Sends one message to everybody who takes part, the sender's own sockets included. */
  push({ message, recipients, isTold }: Omit<PostedMessage, 'eventId'>): void {
    const { conversationId } = message;
    const rooms = recipients.map(participantRoom);
    // Its number is its order, and clients ask for what they lack: nobody here waits for other processes.
    if (rooms.length > 0) {
      const key = isTold ? message.id : undefined;
      this.realtime.emitAtOnce(rooms, POSTED, { conversationId, message }, key);
    }
  }

  opened(conversationId: string, members: readonly ConversationMember[]): void {
    this.tell(members, 'messaging.conversation-opened', { conversationId });
  }

  changed(conversationId: string, members: readonly ConversationMember[]): void {
    this.tell(members, 'messaging.conversation-changed', { conversationId });
  }

  ended(conversationId: string, members: readonly ConversationMember[], leftSeq: number): void {
    this.tell(members, 'messaging.seat-ended', { conversationId, leftSeq });
  }

  messageChanged({ eventId, ...change }: ChangedMessage): void {
    this.pushChange(change);
    this.unnoted.push(eventId);
    this.noting ??= this.noteSoon();
  }

  /** Tells everybody who may see it how a message stands now. */
  pushChange({ message, recipients }: Pick<ChangedMessage, 'message' | 'recipients'>): void {
    const { conversationId } = message;
    this.tell(recipients, 'messaging.message-changed', { conversationId, message });
  }

  seen(conversationId: string, members: readonly ConversationMember[], mark: SeenMark): void {
    const { personId, organizationId, readSeq } = mark;
    const payload = { conversationId, personId, organizationId, readSeq };
    this.tell(members, 'messaging.conversation-seen', payload);
  }

  read(conversationId: string, reader: ConversationMember, readSeq: number): void {
    this.tell([reader], 'messaging.conversation-read', { conversationId, readSeq });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.noting;
  }

  /** Nobody is nobody: without a room, a push would go to everybody. */
  private tell<Name extends ServerEventName>(
    members: readonly ConversationMember[],
    event: Name,
    payload: ServerToClientEvents[Name],
  ): void {
    if (members.length > 0) this.realtime.emit(members.map(participantRoom), event, payload);
  }

  private telling(): Telling | undefined {
    const ahead = this.realtime.ahead();
    return ahead && { ...ahead, rooms: PARTICIPANT_ROOM, wordsOf };
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

/** What {@link MessagingPublisher.push} says of a message, up to its number and time. */
function wordsOf(draft: NewMessage): string {
  const { conversationId } = draft;
  const payload: Omit<ServerToClientEvents[typeof POSTED], 'message'> & { message: object } = {
    conversationId,
    message: unnumbered(draft),
  };
  return `${JSON.stringify([POSTED, payload]).slice(0, -'}}]'.length)},`;
}
