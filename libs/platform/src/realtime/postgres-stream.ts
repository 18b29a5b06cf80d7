import { decode } from '@msgpack/msgpack';
import type pg from 'pg';
import type { ClusterMessage } from 'socket.io-adapter';
import { newId, Together } from '#libs/platform/database';
import { type ClusterBackend, KEEP_MS } from './cluster-backend.js';
import { KeptSessions } from './kept-sessions.js';
import { PostgresStreamAdapter, type Stream } from './postgres-stream.adapter.js';
import { StreamPublisher } from './stream-publisher.js';
import type { RecoveryGuard } from './recovery.js';
import { EPHEMERAL_CHANNEL, StreamReader } from './stream-reader.js';
import { aheadOf } from './told-ahead.js';

const TRIM_EVERY_MS = 30_000;
/** The namespace of what is told ahead. */
const TELLING = '/';
/** A notification holds less than 8,000 bytes; base64 takes four for three. */
const MAX_WHISPER = 5_700;

export interface PostgresStreamOptions {
  readonly connectionString: string;
  readonly pool: pg.Pool;
  readonly guard: RecoveryGuard;
  /** Pushes may have been lost: whoever is connected should ask the API again. */
  readonly onGap: () => void;
  readonly onError: (error: unknown) => void;
}

/** Pushes between processes through PostgreSQL alone: an ordered, replayable stream in two unlogged tables. */
export function postgresStream(options: PostgresStreamOptions): ClusterBackend {
  const { pool, guard, onError } = options;
  const own = newId();
  const adapters = new Map<string, PostgresStreamAdapter>();
  const reader = new StreamReader({
    ...options,
    own,
    // A line counts from its first request, before it takes up a session: nothing may be missing behind that.
    isIdle: () => [...adapters.values()].every((adapter) => adapter.connections === 0),
    deliver: (message, offset) => {
      adapters.get(message.nsp)?.receive(message, offset);
    },
    tellAhead: (pushes) => adapters.get(TELLING)?.tellAhead(pushes),
  });
  const publisher = new StreamPublisher(
    pool,
    own,
    (first, batch) => {
      reader.published(first, batch);
    },
    onError,
  );
  // Nothing is delivered meanwhile, so what a session missed ends exactly where delivery goes on.
  const sessions = new KeptSessions(pool, (work) => reader.whileStill(work));
  const whispers = new Together(async (payloads: readonly string[]) => {
    const text = 'select pg_notify($1, payload) from unnest($2::text[]) payload';
    await pool.query({ name: 'ttn_ws_whisper', text, values: [EPHEMERAL_CHANNEL, payloads] });
    return payloads;
  });
  const stream: Stream = {
    append: (message, bytes, patient) => publisher.publish({ bytes, message }, patient),
    whisper: async (bytes) => {
      if (bytes.length > MAX_WHISPER)
        return publisher.publish({ bytes, message: decode(bytes) as ClusterMessage });
      await whispers.add(Buffer.from(bytes).toString('base64'));
    },
    keepSession: (pid, data) => sessions.keep(pid, data),
    position: () => reader.position,
    takeSession: (pid) => sessions.take(pid),
    missed: async (namespace, offset) => {
      // What was said while nobody was on this line may still be gathering.
      await publisher.drained();
      return sessions.missed({ namespace, offset });
    },
  };
  const trimming = setInterval(() => {
    void pool
      .query("delete from ws_stream where at < now() - $1 * interval '1 ms'", [KEEP_MS])
      .catch(onError);
    void pool.query('delete from ws_session where expires_at < now()').catch(onError);
  }, TRIM_EVERY_MS);
  trimming.unref();

  return {
    adapter: function (namespace) {
      const adapter = new PostgresStreamAdapter(namespace, stream, guard, onError);
      adapters.set(namespace.name, adapter);
      return adapter;
    },
    start: () => reader.start(),
    ahead: () => (adapters.get(TELLING)?.isAlone() === false ? aheadOf(own) : undefined),
    drained: () => publisher.drained(),
    close: async () => {
      clearInterval(trimming);
      publisher.close();
      await reader.close();
    },
  };
}
