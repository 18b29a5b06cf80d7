import { decode } from '@msgpack/msgpack';
import type pg from 'pg';
import type { ClusterMessage } from 'socket.io-adapter';
import { type ClusterBackend, KEEP_MS, RECOVERY_MS } from './cluster-backend.js';
import { PostgresStreamAdapter, type Stream } from './postgres-stream.adapter.js';
import { StreamPublisher } from './stream-publisher.js';
import { EPHEMERAL_CHANNEL, StreamReader } from './stream-reader.js';

const TRIM_EVERY_MS = 30_000;
/** A notification holds less than 8,000 bytes; base64 takes four for three. */
const MAX_WHISPER = 5_700;

export interface PostgresStreamOptions {
  readonly connectionString: string;
  readonly pool: pg.Pool;
  /** Pushes may have been lost: whoever is connected should ask the API again. */
  readonly onGap: () => void;
  readonly onError: (error: unknown) => void;
}

/** Pushes between processes through PostgreSQL alone: an ordered, replayable stream in two unlogged tables. */
export function postgresStream(options: PostgresStreamOptions): ClusterBackend {
  const { pool, onError } = options;
  const adapters = new Map<string, PostgresStreamAdapter>();
  const publisher = new StreamPublisher(pool, onError);
  const reader = new StreamReader({
    ...options,
    deliver: (bytes, offset) => {
      const message = decode(bytes) as ClusterMessage;
      adapters.get(message.nsp)?.receive(message, offset);
    },
  });
  const stream: Stream = {
    append: (namespace, bytes) => publisher.publish({ namespace, bytes }),
    whisper: async (namespace, bytes) => {
      if (bytes.length > MAX_WHISPER) return publisher.publish({ namespace, bytes });
      const payload = Buffer.from(bytes).toString('base64');
      await pool.query('select pg_notify($1, $2)', [EPHEMERAL_CHANNEL, payload]);
    },
    keepSession: async (pid, data) => {
      await pool.query(KEEP_SESSION, [pid, Buffer.from(data), RECOVERY_MS]);
    },
    takeSession: (namespace, pid, offset) =>
      // Nothing is delivered meanwhile, so what the session missed ends exactly where delivery goes on.
      reader.whileStill((last) => takeSession(pool, namespace, pid, offset, last)),
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
      const adapter = new PostgresStreamAdapter(namespace, stream, onError);
      adapters.set(namespace.name, adapter);
      return adapter;
    },
    start: () => reader.start(),
    drained: () => publisher.drained(),
    close: async () => {
      clearInterval(trimming);
      publisher.close();
      await reader.close();
    },
  };
}

async function takeSession(
  pool: pg.Pool,
  namespace: string,
  pid: string,
  offset: string,
  last: bigint,
): ReturnType<Stream['takeSession']> {
  const taken = await pool.query<{ data: Buffer }>(
    'delete from ws_session where pid = $1 and expires_at > now() returning data',
    [pid],
  );
  const known = await pool.query('select from ws_stream where id = $1', [offset]);
  const data = taken.rows[0]?.data;
  if (!data || known.rowCount === 0) return undefined;
  const { rows } = await pool.query<{ offset: string; bytes: Buffer }>(
    `select id as "offset", message as bytes from ws_stream
     where id > $1 and id <= $2 and nsp = $3 order by id`,
    [offset, String(last), namespace],
  );
  return { data, missed: rows };
}

const KEEP_SESSION = `
  insert into ws_session (pid, data, expires_at) values ($1, $2, now() + $3 * interval '1 ms')
  on conflict (pid) do update set data = excluded.data, expires_at = excluded.expires_at`;
