import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import { MessageRepository, type UnpushedMessage } from '../data/message.repository.js';
import type { PostedMessage } from './conversation-feed.js';

/** Messages one round takes up. */
const ROUND = 200;
/** After this long, whoever was connected then has come back and asked the API. */
const WORTH_PUSHING_SECONDS = 300;

type Push = Pick<PostedMessage, 'message' | 'recipients'>;

/** What another process left unpushed: messages, and how changed ones stand now. */
export interface LeftPushes {
  readonly posted: readonly Push[];
  readonly changed: readonly Push[];
}

/** Which messages still have to be pushed, as the outbox keeps it. */
@Injectable()
export class PushedMessages {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: MessageRepository,
  ) {}

  /** Notes messages this process has pushed. */
  async note(eventIds: readonly string[]): Promise<void> {
    await this.messages.markPushed(this.database, eventIds);
  }

  /**
   * Takes up messages that were committed over a second ago and that nobody noted as pushed, because their
   * process died or serves no sockets. `push` resolves when they are on their way; only then are they noted,
   * so that a message is rather pushed twice than never. Answers how many there were.
   */
  async takeUp(push: (left: LeftPushes) => Promise<void>): Promise<number> {
    return this.unitOfWork.run(systemActor(newId()), async (tx) => {
      const waiting = await this.messages.lockUnpushed(tx, ROUND);
      if (waiting.length === 0) return 0;
      const young = waiting.filter(({ age }) => age < WORTH_PUSHING_SECONDS);
      const read = (type: UnpushedMessage['type']): Promise<Push[]> => {
        const ids = young.filter((each) => each.type === type).map(({ messageId }) => messageId);
        return ids.length === 0 ? Promise.resolve([]) : this.messages.withRecipients(tx, [...new Set(ids)]);
      };
      await push({ posted: await read('message.posted'), changed: await read('message.changed') });
      await this.messages.markPushed(
        tx,
        waiting.map(({ eventId }) => eventId),
      );
      return waiting.length;
    });
  }
}
