import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#libs/platform/database';
import {
  embeddedPostgresStatus,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
} from '#libs/platform/embedded-postgres';
import { migrateQueue } from '#libs/platform/queue';
import type { Closing } from './closing.js';

/** A PostgreSQL of one's own, gone with the bench. */
export class ThrowAwayDatabase {
  private constructor(
    readonly url: string,
    readonly directory: string,
    /** The server's first process. */
    readonly pid: number,
  ) {}

  /** With TTN's schema, as durable as in production. */
  static async start(closing: Closing): Promise<ThrowAwayDatabase> {
    const database = await ThrowAwayDatabase.on(closing, true);
    await migrate(database.url);
    await migrateQueue(database.url);
    return database;
  }

  /** Without any table, and careless of power cuts: for what is measured in quality, not in time. */
  static empty(closing: Closing): Promise<ThrowAwayDatabase> {
    return ThrowAwayDatabase.on(closing, false);
  }

  private static async on(closing: Closing, durable: boolean): Promise<ThrowAwayDatabase> {
    const directory = mkdtempSync(join(tmpdir(), 'ttn-bench-'));
    // The account that runs PostgreSQL must be able to enter.
    chmodSync(directory, 0o755);
    const dataDirectory = join(directory, 'postgres');
    closing.add(async () => {
      await stopEmbeddedPostgres({ dataDirectory });
      rmSync(directory, { recursive: true, force: true });
    });
    const { url } = await startEmbeddedPostgres({ dataDirectory, durable });
    const { pid = 0 } = embeddedPostgresStatus({ dataDirectory });
    return new ThrowAwayDatabase(url, directory, pid);
  }

  /** Runs statements as the owner. */
  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      const result = await client.query<Row>(text, values);
      return result.rows;
    } finally {
      await client.end();
    }
  }

  /** A second database with the same rows; nobody may be connected to the first. Answers its address. */
  async copy(name: string): Promise<string> {
    const copied = new URL(this.url);
    const original = copied.pathname.slice(1);
    const client = new pg.Client({
      connectionString: Object.assign(new URL(this.url), { pathname: '/postgres' }).href,
    });
    await client.connect();
    try {
      await client.query(
        `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(decodeURIComponent(original))}`,
      );
    } finally {
      await client.end();
    }
    copied.pathname = `/${encodeURIComponent(name)}`;
    return copied.href;
  }
}
