import { setTimeout as pause } from 'node:timers/promises';
import type { ActorSession, LiveSocket } from './actor-session.js';
import type { Attempt, StoredMessage } from '../../chaos/checker/check-history.js';

const ATTEMPT_MS = 4_000;
const PAUSE_MS = 50;

type Verdict = { outcome: 'ok'; seq: number } | { outcome: 'fail' | 'info' };

/** Posts one message over and over, under the same client id, until it is acknowledged; records every attempt. */
export async function postUntilAcknowledged(
  post: (turn: number) => Promise<Verdict>,
  message: { conversationId: string; clientMessageId: string },
  attempts: Attempt[],
): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const invokedAt = process.hrtime.bigint();
    const verdict = await post(turn).catch((): Verdict => ({ outcome: 'info' }));
    attempts.push({ ...message, ...verdict, invokedAt, endedAt: process.hrtime.bigint() });
    if (verdict.outcome === 'ok') return;
    if (verdict.outcome === 'fail') throw new Error(`${message.clientMessageId} was refused.`);
    await pause(PAUSE_MS);
  }
}

/** One attempt over HTTP at `session`'s process. */
export async function postOverHttp(
  session: ActorSession,
  {
    conversationId,
    clientMessageId,
    body,
  }: { conversationId: string; clientMessageId: string; body: string },
): Promise<Verdict> {
  const { data, response } = await session.api.POST('/api/v1/conversations/{id}/messages', {
    params: { path: { id: conversationId } },
    body: { clientMessageId, body },
    signal: AbortSignal.timeout(ATTEMPT_MS),
  });
  if (data) return { outcome: 'ok', seq: data.seq };
  return { outcome: response.status < 500 && response.status !== 429 ? 'fail' : 'info' };
}

/** One attempt over a socket. */
export async function postOverSocket(
  live: LiveSocket,
  message: { conversationId: string; clientMessageId: string; body: string },
): Promise<Verdict> {
  if (!live.socket.connected) return { outcome: 'info' };
  const answer = await live.ask('messaging.post-message', message, ATTEMPT_MS);
  if (answer.ok) return { outcome: 'ok', seq: answer.message.seq };
  const isPassing = /^(server|rate|auth)\//.test(answer.error.code);
  return { outcome: isPassing ? 'info' : 'fail' };
}

/**
 * What a client does: applies messages strictly by seq, and asks the API for what it missed after a gap or a new
 * connection. `applied` is what a person would have on the screen.
 */
export class FaithfulMember {
  readonly applied: StoredMessage[] = [];
  private readonly next = new Map<string, number>();
  private readonly chains = new Map<string, Promise<void>>();

  constructor(
    readonly name: string,
    private readonly session: ActorSession,
    live: LiveSocket,
    private readonly conversations: readonly string[],
  ) {
    live.socket.on(
      'messaging.message-posted',
      ({ conversationId, message }: { conversationId: string; message: StoredMessage }) => {
        this.enqueue(conversationId, async () => {
          if (message.seq > this.nextOf(conversationId)) await this.catchUp(conversationId);
          this.apply(conversationId, message);
        });
      },
    );
    live.socket.on('connect', () => {
      for (const id of conversations) this.enqueue(id, () => this.catchUp(id));
    });
  }

  /** Asks once more for everything and waits until all that was under way is applied. */
  async settle(): Promise<void> {
    for (const id of this.conversations) this.enqueue(id, () => this.catchUp(id));
    await Promise.all(this.chains.values());
  }

  private nextOf(conversationId: string): number {
    return this.next.get(conversationId) ?? 1;
  }

  private enqueue(conversationId: string, work: () => Promise<void>): void {
    const before = this.chains.get(conversationId) ?? Promise.resolve();
    this.chains.set(
      conversationId,
      before.then(work).catch(() => undefined),
    );
  }

  private apply(conversationId: string, { clientMessageId, seq }: StoredMessage): void {
    if (seq !== this.nextOf(conversationId)) return;
    this.applied.push({ conversationId, clientMessageId, seq });
    this.next.set(conversationId, seq + 1);
  }

  private async catchUp(conversationId: string): Promise<void> {
    for (const message of await readAll(this.session, conversationId, this.nextOf(conversationId) - 1)) {
      this.apply(conversationId, message);
    }
  }
}

/** The history of a conversation after `afterSeq`, page by page, as one api process answers it. */
export async function readAll(
  session: ActorSession,
  conversationId: string,
  afterSeq = 0,
): Promise<StoredMessage[]> {
  const messages: StoredMessage[] = [];
  for (let after = afterSeq; ; after = messages.at(-1)?.seq ?? after) {
    const { data, error } = await session.api.GET('/api/v1/conversations/{id}/messages', {
      params: { path: { id: conversationId }, query: { afterSeq: after, limit: 500 } },
    });
    if (!data) throw new Error(`Reading ${conversationId}: ${JSON.stringify(error)}`);
    messages.push(
      ...data.items.map(({ clientMessageId, seq }) => ({ conversationId, clientMessageId, seq })),
    );
    if (data.items.length < 500) return messages;
  }
}
