import { setTimeout as pause } from 'node:timers/promises';
import type { Talker } from '../../bench/messaging/talkers.js';
import type { Attempt } from '../checker/check-history.js';
import { Line } from './line.js';
import { postOverHttp, type Verdict } from './post.js';
import { textOf } from './text.js';

const RETRY_MS = 50;
/** Every so manyth try goes over HTTP, and so does the try after two that failed. */
const HTTP_EVERY = 3;

export interface SenderOptions {
  readonly talker: Talker;
  readonly conversationId: string;
  readonly addresses: readonly string[];
  readonly home: number;
  /** Mean pause between two messages. */
  readonly pauseMs: number;
  readonly chance: () => number;
  /** A broken client: gives every attempt another id. */
  readonly renewsIds?: boolean;
}

/** Somebody who writes one message after the other, each until it is acknowledged, and notes every attempt. */
export class Sender {
  private readonly line: Line;
  private running = true;
  private number = 0;
  private readonly done: Promise<void>;

  constructor(
    readonly name: string,
    private readonly options: SenderOptions,
    private readonly record: (attempt: Attempt, home: number) => void,
  ) {
    this.line = new Line(options.talker, options.addresses, options.home);
    this.done = this.run();
  }

  /** Finishes the message it is at. */
  async stop(): Promise<void> {
    this.running = false;
    await this.done;
    this.line.close();
  }

  private async run(): Promise<void> {
    while (this.running) {
      await this.send(this.number++);
      await pause(2 * this.options.pauseMs * this.options.chance());
    }
  }

  private async send(number: number): Promise<void> {
    const { conversationId, renewsIds = false } = this.options;
    const body = `${this.name} ${number}: 안녕하세요, 회의는 언제입니까? 🙂`;
    const text = textOf(body);
    for (let turn = 0; ; turn += 1) {
      const clientMessageId = `${this.name}-${number}${renewsIds ? `-${turn}` : ''}`;
      const invokedAt = process.hrtime.bigint();
      const { home } = this.line;
      const verdict = await this.attempt({ conversationId, clientMessageId, body }, turn).catch(
        (): Verdict => ({ outcome: 'info' }),
      );
      const endedAt = process.hrtime.bigint();
      this.record({ conversationId, clientMessageId, text, invokedAt, endedAt, ...verdict }, home);
      if (verdict.outcome !== 'info') return;
      await pause(RETRY_MS);
    }
  }

  private attempt(
    draft: { conversationId: string; clientMessageId: string; body: string },
    turn: number,
  ): Promise<Verdict> {
    const { talker, addresses, home } = this.options;
    const overHttp = turn % HTTP_EVERY === 2 || (turn === 0 && this.number % HTTP_EVERY === 0);
    if (!overHttp) return this.line.post(draft);
    return postOverHttp(addresses[(home + turn) % addresses.length] ?? '', talker, draft);
  }
}
