import type { SeatView } from '#libs/contracts';
import { ApiProblem } from '../../lib/api-problem.js';
import type { Connection } from '../../lib/connection.js';
import { listDevice, removeDevice, writeDevice } from '../../lib/device-storage.js';
import { newClientId } from '../../lib/new-client-id.js';
import { createStore, type Store } from '../../lib/store.js';

/** A file that goes with a message on its way; kept on this device until the message is committed. */
export interface OutgoingFile {
  name: string;
  /** Bytes. */
  size: number;
  content: Blob;
  /** Id by which the server has it, once it was found clean. */
  fileId?: string;
}

/** What a message carries beside its words. */
export interface OutgoingExtras {
  /** Number of the message it answers. */
  replyTo?: number;
  mentions?: SeatView[];
  files?: OutgoingFile[];
}

/** A message on its way. Its client id makes a repeat harmless, so a doubtful send is always sent again. */
export interface OutgoingMessage extends OutgoingExtras {
  clientMessageId: string;
  conversationId: string;
  organizationId: string;
  body: string;
  /** Milliseconds since 1970 by this device; orders the queue. */
  writtenAt: number;
  state: 'waiting' | 'refused';
  /** Code of the refusal, when refused. */
  problem: string | null;
}

/** Keeps how far a delivery has come; undefined when the message was given up meanwhile. */
export type NoteProgress = (change: Partial<OutgoingMessage>) => Promise<OutgoingMessage | undefined>;

/** Delivers one message; resolves once the server has committed it. */
export type Deliver = (message: OutgoingMessage, note: NoteProgress) => Promise<void>;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Messages that were written but not yet acknowledged. They survive a reload, leave in the order they were
 * written (one at a time per conversation), wait out a lost connection, and stop only where the server refuses.
 */
export class Outbox {
  readonly messages: Store<readonly OutgoingMessage[]> = createStore<readonly OutgoingMessage[]>([]);
  private readonly busy = new Set<string>();
  /** Wake those who wait between two tries. */
  private readonly sleepers = new Set<() => void>();
  private readonly prefix: string;
  private stopListening: (() => void) | null = null;
  private closed = false;

  constructor(
    personId: string,
    private readonly deliver: Deliver,
    private readonly connection: Store<Connection>,
  ) {
    this.prefix = `${personId}/outbox/`;
  }

  /** Loads what an earlier page left behind and begins to send. */
  async open(): Promise<void> {
    const kept = await listDevice<OutgoingMessage>(this.prefix);
    const fresh = this.messages.get();
    const known = new Set(fresh.map((message) => message.clientMessageId));
    const earlier = kept.map(([, message]) => message).filter((m) => !known.has(m.clientMessageId));
    this.messages.set([...earlier, ...fresh].sort((a, b) => a.writtenAt - b.writtenAt));
    this.stopListening = this.connection.subscribe(() => {
      if (this.connection.get() === 'online') this.sendAll();
      for (const wake of [...this.sleepers]) wake();
    });
    this.sendAll();
  }

  close(): void {
    this.closed = true;
    this.stopListening?.();
    for (const wake of [...this.sleepers]) wake();
  }

  /** Puts a message into the queue and returns it at once, to be shown as waiting. */
  async add(
    conversationId: string,
    organizationId: string,
    body: string,
    extras: OutgoingExtras = {},
  ): Promise<OutgoingMessage> {
    const last = this.messages.get().at(-1)?.writtenAt ?? 0;
    const message: OutgoingMessage = {
      clientMessageId: newClientId(),
      conversationId,
      organizationId,
      body,
      ...extras,
      writtenAt: Math.max(Date.now(), last + 1),
      state: 'waiting',
      problem: null,
    };
    this.messages.set([...this.messages.get(), message]);
    await writeDevice(this.prefix + message.clientMessageId, message);
    void this.sendFrom(conversationId);
    return message;
  }

  async retry(clientMessageId: string): Promise<void> {
    const files = this.messages
      .get()
      .find((message) => message.clientMessageId === clientMessageId)
      // What the server had of them may be what it refused.
      ?.files?.map(({ fileId: _, ...file }) => file);
    const again = { state: 'waiting', problem: null, ...(files && { files }) } as const;
    const message = await this.change(clientMessageId, again);
    if (message) void this.sendFrom(message.conversationId);
  }

  /** Takes a message out of the queue; what stood behind a refused one moves on. */
  async discard(clientMessageId: string): Promise<void> {
    const messages = this.messages.get();
    const gone = messages.find((message) => message.clientMessageId === clientMessageId);
    this.messages.set(messages.filter((message) => message !== gone));
    await removeDevice(this.prefix + clientMessageId);
    if (gone) void this.sendFrom(gone.conversationId);
  }

  private sendAll(): void {
    const conversations = new Set(this.messages.get().map((message) => message.conversationId));
    for (const conversationId of conversations) void this.sendFrom(conversationId);
  }

  private async sendFrom(conversationId: string): Promise<void> {
    if (this.busy.has(conversationId)) return;
    this.busy.add(conversationId);
    try {
      let pause = FIRST_PAUSE_MS;
      for (let next = this.next(conversationId); next; next = this.next(conversationId)) {
        if (this.closed || this.connection.get() === 'offline') return;
        const sent = await this.sendOne(next);
        if (!sent) await this.sleep(pause);
        pause = sent ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    } finally {
      this.busy.delete(conversationId);
    }
  }

  /** The first message in line. Behind a refused one nothing moves: order matters more than speed. */
  private next(conversationId: string): OutgoingMessage | undefined {
    const first = this.messages.get().find((message) => message.conversationId === conversationId);
    return first?.state === 'waiting' ? first : undefined;
  }

  private async sendOne(message: OutgoingMessage): Promise<boolean> {
    try {
      await this.deliver(message, (change) => this.change(message.clientMessageId, change));
      await this.discard(message.clientMessageId);
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.isPassing || error.status === 401) return false;
      await this.change(message.clientMessageId, { state: 'refused', problem: error.code });
      return true;
    }
  }

  private async change(
    clientMessageId: string,
    change: Partial<OutgoingMessage>,
  ): Promise<OutgoingMessage | undefined> {
    const found = this.messages.get().find((message) => message.clientMessageId === clientMessageId);
    if (!found) return undefined;
    const next = { ...found, ...change };
    this.messages.set(this.messages.get().map((message) => (message === found ? next : message)));
    await writeDevice(this.prefix + clientMessageId, next);
    return next;
  }

  /** Ends early when the line comes back, so that nothing waits out a pause for nothing. */
  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.sleepers.add(wake);
    });
  }
}
