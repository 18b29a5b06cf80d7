import { setTimeout as pause } from 'node:timers/promises';
import type { Attempt } from './checker/check-history.js';
import type { Member } from './clients/member.js';

const POLL_MS = 20;

export interface Recovery {
  /** Until everybody concerned had a message acknowledged that they sent after the blow; null: never. */
  readonly nextOkMs: number | null;
  /** Until every member was connected and had everything that was acknowledged by then; null: never. */
  readonly caughtUpMs: number | null;
}

/** Sees every attempt as it ends, and says how long the system took to recover. All on one monotonic clock. */
export class Watch {
  readonly attempts: Attempt[] = [];
  /** When each sender last had a message acknowledged, and when that one was first sent. */
  private readonly latest = new Map<string, { readonly sentAt: bigint; readonly home: number }>();
  private readonly acknowledged = new Map<string, number>();
  private lastOk = process.hrtime.bigint();
  private longest = 0;

  record(sender: string, attempt: Attempt, home: number): void {
    this.attempts.push(attempt);
    if (attempt.outcome !== 'ok') return;
    this.latest.set(sender, { sentAt: attempt.invokedAt, home });
    this.longest = Math.max(this.longest, Number(attempt.endedAt - this.lastOk) / 1e6);
    this.lastOk = attempt.endedAt;
    const { conversationId, seq = 0 } = attempt;
    this.acknowledged.set(conversationId, Math.max(seq, this.acknowledged.get(conversationId) ?? 0));
  }

  /** The longest time in which nobody had anything acknowledged, in milliseconds. */
  get outageMs(): number {
    return Math.round(this.longest);
  }

  /** Those whose last message went to this api. */
  sendersAt(home: number): string[] {
    return [...this.latest].flatMap(([sender, latest]) => (latest.home === home ? [sender] : []));
  }

  get senders(): string[] {
    return [...this.latest.keys()];
  }

  async recovery(
    since: bigint,
    concerned: readonly string[],
    members: readonly Member[],
    limitMs: number,
  ): Promise<Recovery> {
    const nextOkMs = await within(since, limitMs, () =>
      concerned.every((sender) => (this.latest.get(sender)?.sentAt ?? 0n) > since),
    );
    const known = new Map(this.acknowledged);
    const caughtUpMs = await within(since, limitMs, () =>
      members.every(
        (member) =>
          member.connected && [...known].every(([id, seq]) => !member.reads(id) || member.lastOf(id) >= seq),
      ),
    );
    return { nextOkMs, caughtUpMs };
  }
}

async function within(since: bigint, limitMs: number, probe: () => boolean): Promise<number | null> {
  const passed = (): number => Number(process.hrtime.bigint() - since) / 1e6;
  for (; passed() < limitMs; await pause(POLL_MS)) if (probe()) return Math.round(passed());
  return null;
}
