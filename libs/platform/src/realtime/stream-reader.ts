import { decode } from '@msgpack/msgpack';
import pg from 'pg';
import type { ClusterMessage } from 'socket.io-adapter';
import { KEEP_MS } from './cluster-backend.js';
import { messagesIn, type NumberedMessage, type StreamRow } from './stream-row.js';
import { AHEAD_CHANNEL, type AheadPush, pushesAhead } from './told-ahead.js';

export const STREAM_CHANNEL = 'ws_stream';
export const EPHEMERAL_CHANNEL = 'ws_ephemeral';
const RETRY_MS = 250;
/** Each may hold a megabyte. */
const CATCH_UP_ROWS = 50;

/** Bytes delivered in one turn of the event loop, each message counted as somewhat larger than it is. */
const DELIVERED_AT_ONCE = 128 * 1024;
const PACKET_OVERHEAD = 1024;

/** One of a batch, and the size it has in the stream. */
interface Published {
  readonly bytes: Uint8Array;
  readonly message: ClusterMessage;
}

interface Batch {
  readonly messages: readonly NumberedMessage[];
  readonly bytes: number;
}

export interface StreamReaderOptions {
  readonly connectionString: string;
  /** What the publisher of this process signs its announcements with. */
  readonly own: string;
  /** For what did not fit into a notification, or was announced while nobody listened. */
  readonly pool: pg.Pool;
  /** Hears every message of the stream exactly once, in order. `offset` is absent for what is not kept. */
  readonly deliver: (message: ClusterMessage, offset?: string) => void;
  /** Hears what another process told before the stream has it: once, or not at all. */
  readonly tellAhead: (pushes: readonly AheadPush[]) => void;
  /** Whether nobody is connected who could hear anything: then messages are passed over unread. */
  readonly isIdle: () => boolean;
  /** Messages may have been trimmed before they were read. */
  readonly onGap: () => void;
  readonly onError: (error: unknown) => void;
}

/** Follows the stream over one LISTENing connection, which may break: what was missed is read from the table. */
export class StreamReader {
  private client: pg.Client | undefined;
  private closed = false;
  private lostAt: number | undefined;
  /** The last message delivered; undefined until the first connection stands. */
  private last: bigint | undefined;
  /** Own batches, by their first number, that were numbered before what stands in front of them was heard of. */
  private readonly early = new Map<bigint, readonly Published[]>();
  /** Bytes delivered since the sockets had their turn. */
  private delivered = 0;
  /** Everything that reads or delivers takes its turn here. */
  private turns: Promise<void> = Promise.resolve();

  constructor(private readonly options: StreamReaderOptions) {}

  /** Number of the last message delivered; undefined until the stream is followed. */
  get position(): string | undefined {
    return this.last?.toString();
  }

  /** Resolves once the stream is followed. */
  async start(): Promise<void> {
    await this.connect();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
    await this.turns;
  }

  /**
   * Messages of this very process that now have their numbers, `first` and the following: delivered at once where
   * nothing is missing before them, without waiting for what PostgreSQL announces.
   */
  published(first: bigint, messages: readonly Published[]): void {
    this.takeTurn(() => {
      if (this.last === undefined) return;
      if (first > this.last + 1n) this.early.set(first, messages);
      else return this.take(numbered(first, messages));
    });
  }

  /**
   * Runs `work` while nothing is delivered, telling it which message was the last one: at least the last of those that
   * were published here before.
   */
  async whileStill<Result>(work: (last: bigint) => Promise<Result>): Promise<Result> {
    const result = this.turns.then(async () => {
      if (this.early.size > 0) await this.catchUp();
      return work(this.last ?? 0n);
    });
    this.turns = result.then(
      // One turn of the event loop, so that whoever waits for the result acts on it before the next delivery.
      () => new Promise<void>((resolve) => setImmediate(resolve)),
      () => undefined,
    );
    return result;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.connectionString,
      application_name: 'ttn-realtime',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', this.options.onError);
    client.on('notification', ({ channel, payload = '' }) => {
      this.takeTurn(() => this.notified(channel, payload));
    });
    try {
      await client.connect();
      await client.query(`listen ${STREAM_CHANNEL}; listen ${EPHEMERAL_CHANNEL}; listen ${AHEAD_CHANNEL}`);
      this.last ??= await this.newest();
    } catch (error) {
      this.options.onError(error);
      await client.end().catch(() => undefined);
      await this.reconnect();
      return;
    }
    this.client = client;
    client.once('end', () => {
      this.lost();
    });
    if (this.lostAt !== undefined && Date.now() - this.lostAt > KEEP_MS) this.options.onGap();
    this.lostAt = undefined;
    this.takeTurn(() => this.catchUp());
  }

  private lost(): void {
    this.client = undefined;
    this.lostAt ??= Date.now();
    void this.reconnect();
  }

  private async reconnect(): Promise<void> {
    if (this.closed) return;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    if (!this.closed) await this.connect();
  }

  private takeTurn(work: () => void | Promise<void>): void {
    this.turns = this.turns.then(work).catch(this.options.onError);
  }

  private async notified(channel: string, payload: string): Promise<void> {
    if (channel === EPHEMERAL_CHANNEL) {
      this.options.deliver(decode(Buffer.from(payload, 'base64')) as ClusterMessage);
      return;
    }
    if (channel === AHEAD_CHANNEL) {
      if (!this.options.isIdle()) this.options.tellAhead(pushesAhead(payload, this.options.own));
      return;
    }
    const { first, last, by, inline } = announced(payload);
    const early = this.early.get(first) ?? [];
    this.early.delete(first);
    if (this.last === undefined || last <= this.last) return;
    // Numbers are given out under a lock: without a hole there is nothing in between.
    const hole = first > this.last + 1n;
    // What was published here needs no reading: it is here already, or `published` brings it.
    if (by === this.options.own && !hole) await this.take(numbered(first, early));
    else if (this.options.isIdle()) this.last = last;
    else if (inline === '' || hole) await this.catchUp();
    else {
      const count = Number(last - first) + 1;
      await this.take(read({ id: last, count, messages: Buffer.from(inline, 'base64') }));
    }
  }

  private async catchUp(): Promise<void> {
    for (let more = true; more;) {
      const { rows } = await this.options.pool.query<StreamRow>(
        'select id, count, messages from ws_stream where id > $1 order by id limit $2',
        [String(this.last ?? 0n), CATCH_UP_ROWS],
      );
      for (const row of rows) await this.take(read(row));
      more = rows.length === CATCH_UP_ROWS;
    }
    const last = this.last ?? 0n;
    for (const first of this.early.keys()) if (first <= last) this.early.delete(first);
  }

  /**
   * Delivers what is new. After a good deal of it the sockets get a turn to send: whoever reads fast must not look
   * slow because everything came at once.
   */
  private async take({ messages, bytes }: Batch): Promise<void> {
    const size = bytes / messages.length + PACKET_OVERHEAD;
    for (const { id, message } of messages) {
      if (this.last !== undefined && id <= this.last) continue;
      this.last = id;
      this.options.deliver(message, String(id));
      this.delivered += size;
      if (this.delivered < DELIVERED_AT_ONCE) continue;
      await new Promise((resolve) => setImmediate(resolve));
      this.delivered = 0;
    }
  }

  private async newest(): Promise<bigint> {
    const { rows } = await this.options.pool.query<{ id: string }>(
      'select coalesce(max(id), 0) as id from ws_stream',
    );
    return BigInt(rows[0]?.id ?? 0);
  }
}

/** `<first>:<last>:<by>:<messages>`, as `ws_publish` announces a batch. */
function announced(payload: string): { first: bigint; last: bigint; by: string; inline: string } {
  const [first = '0', last = '0', by = '', inline = ''] = payload.split(':');
  return { first: BigInt(first), last: BigInt(last), by, inline };
}

const numbered = (first: bigint, batch: readonly Published[]): Batch => ({
  messages: batch.map(({ message }, place) => ({ id: first + BigInt(place), message })),
  bytes: batch.reduce((sum, { bytes }) => sum + bytes.length, 0),
});
const read = (row: StreamRow): Batch => ({ messages: messagesIn(row), bytes: row.messages.length });
