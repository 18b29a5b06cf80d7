import type pg from 'pg';
import type { ClusterMessage } from 'socket.io-adapter';

/** One statement carries so many messages, and stops after so many bytes: a busy process comes by seldom. */
const MAX_BATCH = 1_000;
const MAX_BATCH_BYTES = 1024 * 1024;
/** Beyond this, pushes are refused: they are hints, and memory is not. */
const MAX_WAITING = 20_000;
const RETRY_MS = 250;
/** How long a refusal counts against all that is asked about: nobody knows whose it was. */
const LATELY_MS = 1_000;
/** How long what is patient gathers: statements cost more than what they carry. */
const GATHER_MS = 25;

export interface StreamMessage {
  /** As it is kept and as others get it. */
  readonly bytes: Uint8Array;
  /** As it was given: for this process there is no need to read it again. */
  readonly message: ClusterMessage;
}

/** Hears which numbers a batch was given: `first` and the following. */
type OnPublished = (first: bigint, batch: readonly StreamMessage[]) => void;

interface Waiting extends StreamMessage {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Appends messages to the stream in the order they were given. One batch is in flight at a time: that keeps
 * the order and spreads the cost of a commit. While the database is away messages wait; an outcome that was
 * lost with the connection is repeated, so a push may arrive twice.
 */
export class StreamPublisher {
  private waiting: Waiting[] = [];
  private running = false;
  /** Whether somebody waits for what has gathered. */
  private hurried = false;
  private hurry: () => void = () => undefined;
  private closed = false;
  private latest: Promise<void> = Promise.resolve();
  private refusedAt = -Infinity;

  constructor(
    private readonly pool: pg.Pool,
    /** Signs what is announced, so that this process need not read it. */
    private readonly own: string,
    private readonly onPublished: OnPublished,
    private readonly onError: (error: unknown) => void,
    private readonly gatherMs = GATHER_MS,
  ) {}

  /** Resolves when the message is in the stream, soon; what is `patient` waits for more of its kind. */
  publish(message: StreamMessage, patient = false): Promise<void> {
    if (this.closed || this.waiting.length >= MAX_WAITING) {
      this.refusedAt = performance.now();
      return Promise.reject(new Error('The stream takes no more messages.'));
    }
    const published = new Promise<void>((resolve, reject) => {
      this.waiting.push({ ...message, resolve, reject });
    });
    this.latest = published;
    if (!patient) this.hurryUp();
    if (!this.running) void this.run();
    return published;
  }

  /** Resolves when all that was given so far is in the stream; rejects where some was refused or given up. */
  async drained(): Promise<void> {
    this.hurryUp();
    const askedAt = performance.now();
    await this.latest;
    if (this.refusedAt > askedAt - LATELY_MS) throw new Error('The stream refused messages.');
  }

  /** Gives up what still waits. */
  close(): void {
    this.closed = true;
    for (const { reject } of this.waiting.splice(0)) reject(new Error('The stream is closed.'));
    this.hurry();
  }

  private hurryUp(): void {
    this.hurried = this.waiting.length > 0;
    this.hurry();
  }

  /** Until somebody waits for what has gathered, or it has gathered for long enough. */
  private async gather(): Promise<void> {
    // Whatever is emitted in the same breath shares the first batch.
    await Promise.resolve();
    if (this.hurried || this.waiting.length === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.hurry = resolve;
      timer = setTimeout(resolve, this.gatherMs);
    });
    clearTimeout(timer);
  }

  /** The oldest that wait; at least one. */
  private next(): Waiting[] {
    let count = 0;
    for (let bytes = 0; count < MAX_BATCH && bytes < MAX_BATCH_BYTES; count += 1) {
      const message = this.waiting[count];
      if (!message) break;
      bytes += message.bytes.length;
    }
    return this.waiting.slice(0, count);
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      await this.gather();
      const batch = this.next();
      if (batch.length === 0) break;
      try {
        const { rows } = await this.pool.query<{ last: string }>({
          name: 'ttn_ws_publish',
          text: 'select ws_publish($1, $2, $3) as last',
          values: [batch.length, Buffer.concat(batch.map(({ bytes }) => bytes)), this.own],
        });
        this.waiting.splice(0, batch.length);
        if (this.waiting.length === 0) this.hurried = false;
        this.onPublished(BigInt(rows[0]?.last ?? 0) - BigInt(batch.length) + 1n, batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        if (this.closed) break;
        this.onError(error);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    this.running = false;
  }
}
