import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '#libs/platform/database';
import {
  embeddedPostgresStatus,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
} from '#libs/platform/embedded-postgres';
import { migrateQueue } from '#libs/platform/queue';
import type { Closing } from '../bench/setting/closing.js';

/** Longest time a statement of the harness waits for a server that is away. */
const PATIENCE_MS = 60_000;

/** A PostgreSQL of one's own, as durable as in production, that can be killed and comes back on its port. */
export class DatabaseServer {
  private pool: pg.Pool;

  private constructor(
    readonly url: string,
    readonly port: number,
    readonly directory: string,
  ) {
    this.pool = new pg.Pool({ connectionString: url, max: 3 });
    this.pool.on('error', () => undefined);
  }

  static async start(closing: Closing): Promise<DatabaseServer> {
    const directory = mkdtempSync(join(tmpdir(), 'ttn-chaos-'));
    // The account that runs PostgreSQL must be able to enter.
    chmodSync(directory, 0o755);
    closing.add(async () => {
      await stopEmbeddedPostgres({ dataDirectory: join(directory, 'postgres') });
      rmSync(directory, { recursive: true, force: true });
    });
    const { url, port } = await startEmbeddedPostgres({ dataDirectory: join(directory, 'postgres') });
    await migrate(url);
    await migrateQueue(url);
    const server = new DatabaseServer(url, port, directory);
    closing.add(() => server.pool.end());
    return server;
  }

  /** The server's first process. */
  get pid(): number {
    return embeddedPostgresStatus({ dataDirectory: join(this.directory, 'postgres') }).pid ?? 0;
  }

  /** Ends the first process without a word; the others end themselves when they notice. */
  kill(): void {
    process.kill(this.pid, 'SIGKILL');
  }

  /**
   * Starts it again on its data and its port, as soon as nothing of the killed one holds that; resolves when it answers.
   * The product takes another port where its own is taken at that moment: then it is stopped and asked anew, for the
   * lines of the others lead to this one.
   */
  async restart(): Promise<void> {
    const dataDirectory = join(this.directory, 'postgres');
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) {
      if (!(await isFree(this.port))) continue;
      writeFileSync(`${dataDirectory}.port`, String(this.port));
      const { port } = await startEmbeddedPostgres({ dataDirectory });
      if (port === this.port) return;
      await stopEmbeddedPostgres({ dataDirectory });
    }
    throw new Error('What is left of the killed PostgreSQL keeps its port.');
  }

  /** Rows as the owner sees them; waits while the server is away. Statements must bear repetition. */
  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    for (const until = Date.now() + PATIENCE_MS; ; await pause(100)) {
      try {
        return (await this.pool.query<Row>(text, values)).rows;
      } catch (error) {
        if (!isAway(error) || Date.now() > until) throw error;
      }
    }
  }
}

/** Whether the server was not there, as opposed to what it said. */
function isAway(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string };
  return (
    /^(ECONN|EPIPE|57P0)/.test(code ?? '') ||
    /Connection terminated|connection.*closed|not queryable/i.test(message)
  );
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer((caller) => caller.destroy());
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      resolve(true);
    });
  });
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}
