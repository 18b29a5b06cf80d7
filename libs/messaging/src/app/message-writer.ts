import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import {
  MessageRepository,
  type NewMessage,
  type Telling,
  type WrittenMessage,
} from '../data/message.repository.js';
import { MessageUnconfirmed, MessagingOverloaded } from '../domain/messaging.errors.js';

export type { NewMessage, Telling } from '../data/message.repository.js';

/** More than a second's work: beyond this, refusing at once is kinder than a late answer. */
const MAX_WAITING = 4_000;
const MAX_BATCH = 500;
/** Waits before a batch is tried again after the database went away or two batches met in a deadlock. */
const RETRY_AFTER_MS = [50, 200, 800];

interface Waiting {
  readonly message: NewMessage;
  readonly resolve: (written: WrittenMessage | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: while one batch is on its way to the disk, the messages of all requests and sockets of this
 * process gather into the next. One batch at a time keeps the order of arrival and turns hundreds of commits
 * into one.
 */
@Injectable()
export class MessageWriter implements BeforeApplicationShutdown {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private onWritten: (batch: readonly (readonly [NewMessage, WrittenMessage])[]) => void = () => undefined;
  private telling: () => Telling | undefined = () => undefined;

  constructor(private readonly messages: MessageRepository) {}

  /** Hears of every durable batch, in order, before those who wait for their messages. */
  afterBatch(handler: (batch: readonly (readonly [NewMessage, WrittenMessage])[]) => void): void {
    this.onWritten = handler;
  }

  /** How other processes are told by the transaction that writes a batch; asked before each. */
  tellBy(telling: () => Telling | undefined): void {
    this.telling = telling;
  }

  /**
   * Resolves when the message is durable, with the row that stands for it; undefined when the sender takes
   * no part. Errors: messaging/overloaded, messaging/unconfirmed.
   */
  write(message: NewMessage): Promise<WrittenMessage | undefined> {
    if (this.waiting.length >= MAX_WAITING) return Promise.reject(new MessagingOverloaded());
    return new Promise((resolve, reject) => {
      this.waiting.push({ message, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Lets what was accepted become durable before connections close. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    // One turn of the event loop: whatever else arrived in it shares the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    let tell = (): void => undefined;
    while (this.waiting.length > 0) {
      const written = this.writeBatch(this.waiting.splice(0, MAX_BATCH));
      // PostgreSQL has its next batch before anybody hears of the last, so that both are at work.
      await new Promise((resolve) => setImmediate(resolve));
      tell();
      tell = await written;
    }
    this.running = undefined;
    tell();
  }

  /** Answers what is left to do when it is written, or cannot be: telling those who wait for it. */
  private async writeBatch(batch: readonly Waiting[]): Promise<() => void> {
    try {
      const rows = await this.persist(batch.map(({ message }) => message));
      return () => {
        this.tell(batch, rows);
      };
    } catch (error) {
      if (batch.length > 1 && isRefusedByData(error)) return this.writeEach(batch);
      return () => {
        for (const { reject } of batch)
          reject(isRefusedByData(error) ? error : new MessageUnconfirmed(error));
      };
    }
  }

  /** Somebody's message cannot be kept; nobody else's may suffer from it. */
  private async writeEach(batch: readonly Waiting[]): Promise<() => void> {
    const outcomes: (() => void)[] = [];
    for (const single of batch) outcomes.push(await this.writeBatch([single]));
    return () => {
      for (const tell of outcomes) tell();
    };
  }

  private tell(batch: readonly Waiting[], rows: readonly (WrittenMessage | undefined)[]): void {
    try {
      this.onWritten(
        batch.flatMap(({ message }, index) => {
          const row = rows[index];
          return row ? [[message, row] as const] : [];
        }),
      );
    } catch (error) {
      for (const { reject } of batch) reject(new MessageUnconfirmed(error));
      return;
    }
    batch.forEach(({ resolve }, index) => {
      resolve(rows[index]);
    });
  }

  /** Trying again is safe even when a lost connection hides a commit: the client ids find the rows. */
  private async persist(batch: readonly NewMessage[]): Promise<(WrittenMessage | undefined)[]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.messages.writeBatch(batch, undefined, this.telling());
      } catch (error) {
        const pause = RETRY_AFTER_MS[attempt];
        if (pause === undefined || isRefusedByData(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }
}

/** SQLSTATE classes 22 and 23: the data themselves, not the weather, so a repetition would fail alike. */
function isRefusedByData(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^2[23]...$/.test(code);
}
