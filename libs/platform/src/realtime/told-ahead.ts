/** Where transactions tell processes of pushes. */
export const AHEAD_CHANNEL = 'ws_ahead';
/** What stood in no stream after so long will be repeated by nobody. */
const FORGET_AFTER_MS = 60_000;

// Between what JSON and names of rooms never hold.
const BEFORE_ROOMS = '\u001e';
const BEFORE_PUSH = '\u001f';

/**
 * How a transaction tells the other processes of its pushes as it commits, before they are in the stream: by one
 * `pg_notify(channel, payload)` of at most `maxBytes`. The payload is `by`, and for each set of rooms U+001E, their names
 * parted by line feeds, and for each push to them U+001F, its key, U+001F and its words.
 */
export interface Ahead {
  readonly channel: string;
  /** Who tells. */
  readonly by: string;
  readonly maxBytes: number;
}

/** A push that was told ahead. */
export interface AheadPush {
  /** Names it here and in the stream. */
  readonly key: string;
  readonly rooms: string;
  readonly words: string;
}

/** How the process that is called `by` tells ahead. */
export function aheadOf(by: string): Ahead {
  // PostgreSQL takes less than 8,000.
  return { channel: AHEAD_CHANNEL, by, maxBytes: 7_900 };
}

/** What somebody other than `own` told. */
export function pushesAhead(payload: string, own: string): AheadPush[] {
  if (payload.startsWith(own)) return [];
  const [, ...groups] = payload.split(BEFORE_ROOMS);
  return groups.flatMap((group) => {
    const [rooms = '', ...pushes] = group.split(BEFORE_PUSH);
    // Without a room it would be for everybody.
    if (rooms === '') return [];
    return pushes.flatMap((key, place) => {
      const words = pushes[place + 1];
      return place % 2 === 0 && words !== undefined ? [{ key, rooms, words }] : [];
    });
  });
}

/** Keys of pushes that were told ahead and that the stream has not brought yet. */
export class ToldAhead {
  private readonly told = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  add(key: string): void {
    const now = this.now();
    this.told.set(key, now);
    for (const [oldest, at] of this.told) {
      if (at > now - FORGET_AFTER_MS) break;
      this.told.delete(oldest);
    }
  }

  /** Whether it was told; the next time it is new again. */
  take(key: string): boolean {
    return this.told.delete(key);
  }

  clear(): void {
    this.told.clear();
  }
}
