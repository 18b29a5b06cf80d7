import { setTimeout as pause } from 'node:timers/promises';
import type { MessageView } from '#libs/contracts';
import type { Talker } from '../../bench/messaging/talkers.js';
import type { StoredMessage } from '../checker/check-history.js';
import { textOf } from './text.js';
import { Line } from './line.js';
import { readPage } from './post.js';

const RETRY_MS = 100;

export interface MemberOptions {
  readonly talker: Talker;
  readonly conversationIds: readonly string[];
  readonly addresses: readonly string[];
  readonly home: number;
  /** Broken clients: one never asks for what it missed, one shows whatever arrives as it arrives. */
  readonly flaw?: 'skips-catch-up' | 'believes-arrival' | undefined;
}

/**
 * What a client does: applies messages strictly by seq, and asks the API for what it missed after a gap or a new
 * connection. `applied` is what a person would have on the screen.
 */
export class Member {
  readonly applied: StoredMessage[] = [];
  /** Everything that arrived, pushed or read, however often. */
  readonly received: { conversationId: string; seq: number }[] = [];
  private readonly line: Line;
  private readonly last = new Map<string, number>();
  private readonly asking = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private closed = false;

  constructor(
    readonly name: string,
    private readonly options: MemberOptions,
  ) {
    const { talker, addresses, home } = options;
    this.line = new Line(talker, addresses, home, {
      onConnect: () => {
        for (const id of options.conversationIds) this.ask(id);
      },
      onMessage: (message) => {
        this.arrived(message);
        if (message.seq > this.lastOf(message.conversationId)) this.ask(message.conversationId);
      },
    });
  }

  get connected(): boolean {
    return this.line.connected;
  }

  get conversationIds(): readonly string[] {
    return this.options.conversationIds;
  }

  reads(conversationId: string): boolean {
    return this.options.conversationIds.includes(conversationId);
  }

  /** The last number of a conversation that is on the screen. */
  lastOf(conversationId: string): number {
    return this.last.get(conversationId) ?? 0;
  }

  /** Asks once more for everything and waits until it is applied. */
  async settle(): Promise<void> {
    for (const id of this.options.conversationIds) this.ask(id);
    while (this.asking.size > 0) await Promise.all(this.asking.values());
  }

  close(): void {
    this.closed = true;
    this.line.close();
  }

  private arrived(message: MessageView): void {
    const { conversationId, clientMessageId, seq, body } = message;
    this.received.push({ conversationId, seq });
    const isNext = seq === this.lastOf(conversationId) + 1;
    const isTaken = this.options.flaw === 'believes-arrival' ? seq > this.lastOf(conversationId) : isNext;
    if (!isTaken) return;
    this.applied.push({ conversationId, clientMessageId, seq, text: textOf(body) });
    this.last.set(conversationId, seq);
  }

  /** One question at a time for each conversation; a reason to ask meanwhile makes it ask once more. */
  private ask(conversationId: string): void {
    if (this.options.flaw === 'skips-catch-up') return;
    if (this.asking.has(conversationId)) {
      this.again.add(conversationId);
      return;
    }
    const asked = this.catchUp(conversationId).finally(() => {
      this.asking.delete(conversationId);
      if (this.again.delete(conversationId) && !this.closed) this.ask(conversationId);
    });
    this.asking.set(conversationId, asked);
  }

  private async catchUp(conversationId: string): Promise<void> {
    for (let more = true; more && !this.closed;) {
      const { talker, addresses } = this.options;
      const page = await readPage(
        addresses[this.line.home] ?? '',
        talker,
        conversationId,
        this.lastOf(conversationId),
      ).catch(() => undefined);
      if (page) for (const message of page) this.arrived(message);
      else await pause(RETRY_MS);
      more = page === undefined || page.length === 500;
    }
  }
}
