import type pg from 'pg';
import { Together } from '#libs/platform/database';
import { RECOVERY_MS } from './cluster-backend.js';
import type { Missed } from './postgres-stream.adapter.js';
import { messagesIn, type StreamRow } from './stream-row.js';

/** Whoever is further behind begins afresh and asks the API. Numbers of the stream have no large holes. */
const MAX_BEHIND = 10_000n;

interface Asked {
  readonly namespace: string;
  /** The last that was heard. */
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
  private readonly taking: Together<string, Uint8Array | undefined>;
  private readonly missing: Together<Asked, readonly Missed[] | undefined>;

  constructor(
    private readonly pool: pg.Pool,
    whileStill: WhileStill,
  ) {
    this.keeping = new Together((kept) => this.write(kept));
    this.taking = new Together((pids) => this.remove(pids));
    this.missing = new Together((asked) => whileStill((last) => this.read(asked, last)));
  }

  keep(pid: string, data: Uint8Array): Promise<void> {
    return this.keeping.add({ pid, data });
  }

  /** The session, which is kept no longer; undefined when it is gone. */
  take(pid: string): Promise<Uint8Array | undefined> {
    return this.taking.add(pid);
  }

  /** What followed in the stream; undefined when some of it is gone. */
  missed(asked: Asked): Promise<readonly Missed[] | undefined> {
    return this.missing.add(asked);
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

  private async remove(pids: readonly string[]): Promise<(Uint8Array | undefined)[]> {
    const { rows } = await this.pool.query<{ pid: string; data: Buffer }>(
      'delete from ws_session where pid = any($1::text[]) and expires_at > now() returning pid, data',
      [pids],
    );
    const data = new Map(rows.map((row) => [row.pid, row.data]));
    return pids.map((pid) => data.get(pid));
  }

  private async read(asked: readonly Asked[], last: bigint): Promise<(readonly Missed[] | undefined)[]> {
    const near = asked.map(({ offset }) => BigInt(offset)).filter((offset) => offset >= last - MAX_BEHIND);
    if (near.length === 0) return asked.map(() => undefined);
    const from = near.reduce((a, b) => (a < b ? a : b));
    const { rows } = await this.pool.query<StreamRow>(
      'select id, count, messages from ws_stream where id >= $1 and id - count < $2 order by id',
      [String(from), String(last)],
    );
    const stream = rows
      .flatMap(messagesIn)
      .filter(({ id }) => id <= last)
      .map(({ id, message }) => ({ offset: String(id), message }));
    const places = new Map(stream.map(({ offset }, place) => [offset, place]));
    return asked.map(({ namespace, offset }) => {
      const place = places.get(offset);
      if (place === undefined) return undefined;
      return stream.slice(place + 1).filter(({ message }) => message.nsp === namespace);
    });
  }
}

const KEEP_SESSIONS = `
  insert into ws_session (pid, data, expires_at)
  select pid, data, now() + $3 * interval '1 ms' from unnest($1::text[], $2::bytea[]) as kept (pid, data)
  on conflict (pid) do update set data = excluded.data, expires_at = excluded.expires_at`;
