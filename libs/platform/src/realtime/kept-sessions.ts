import type pg from 'pg';
import { Together } from '#libs/platform/database';
import { RECOVERY_MS } from './cluster-backend.js';
import type { TakenSession } from './postgres-stream.adapter.js';
import { messagesIn, type StreamRow } from './stream-row.js';

/** Whoever is further behind begins afresh and asks the API. Numbers of the stream have no large holes. */
const MAX_BEHIND = 10_000n;

interface Asked {
  readonly namespace: string;
  readonly pid: string;
  readonly offset: string;
}

interface Kept {
  readonly pid: string;
  readonly data: Uint8Array;
}

/** Runs work while nothing of the stream is delivered, telling it which message was the last one. */
type WhileStill = <Result>(work: (last: bigint) => Promise<Result>) => Promise<Result>;

/**
 * Sessions of sockets whose line broke, for those who come back. When a network fails it fails for thousands at
 * once: whatever waits is written, and is taken up, by one statement.
 */
export class KeptSessions {
  private readonly keeping: Together<Kept, void>;
  private readonly taking: Together<Asked, TakenSession | undefined>;

  constructor(
    private readonly pool: pg.Pool,
    whileStill: WhileStill,
  ) {
    this.keeping = new Together((kept) => this.write(kept));
    this.taking = new Together((asked) => whileStill((last) => this.read(asked, last)));
  }

  keep(pid: string, data: Uint8Array): Promise<void> {
    return this.keeping.add({ pid, data });
  }

  /** The session and what it missed; undefined when either is gone. */
  take(asked: Asked): Promise<TakenSession | undefined> {
    return this.taking.add(asked);
  }

  private async write(kept: readonly Kept[]): Promise<void[]> {
    const latest = new Map(kept.map(({ pid, data }) => [pid, Buffer.from(data)]));
    await this.pool.query({
      name: 'ttn_ws_keep_sessions',
      text: KEEP_SESSIONS,
      values: [[...latest.keys()], [...latest.values()], RECOVERY_MS],
    });
    return kept.map(() => undefined);
  }

  private async read(asked: readonly Asked[], last: bigint): Promise<(TakenSession | undefined)[]> {
    const taken = await this.pool.query<{ pid: string; data: Buffer }>(
      'delete from ws_session where pid = any($1::text[]) and expires_at > now() returning pid, data',
      [asked.map(({ pid }) => pid)],
    );
    const data = new Map(taken.rows.map((row) => [row.pid, row.data]));
    const near = asked.filter(({ pid, offset }) => data.has(pid) && BigInt(offset) >= last - MAX_BEHIND);
    if (near.length === 0) return asked.map(() => undefined);
    const from = near.map(({ offset }) => BigInt(offset)).reduce((a, b) => (a < b ? a : b));
    const { rows } = await this.pool.query<StreamRow>(
      'select id, count, messages from ws_stream where id >= $1 and id - count < $2 order by id',
      [String(from), String(last)],
    );
    const stream = rows
      .flatMap(messagesIn)
      .filter(({ id }) => id <= last)
      .map(({ id, message }) => ({ offset: String(id), message }));
    const places = new Map(stream.map(({ offset }, place) => [offset, place]));
    return asked.map(({ namespace, pid, offset }) => {
      const [session, place] = [data.get(pid), places.get(offset)];
      if (!session || place === undefined) return undefined;
      return {
        data: session,
        missed: stream.slice(place + 1).filter(({ message }) => message.nsp === namespace),
      };
    });
  }
}

const KEEP_SESSIONS = `
  insert into ws_session (pid, data, expires_at)
  select pid, data, now() + $3 * interval '1 ms' from unnest($1::text[], $2::bytea[]) as kept (pid, data)
  on conflict (pid) do update set data = excluded.data, expires_at = excluded.expires_at`;
