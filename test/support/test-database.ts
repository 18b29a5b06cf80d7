import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { UNAUDITED_TRANSITIONS } from './watch-transitions.mjs';
import { loadConfig, type TtnConfig } from '#libs/platform/config';

export interface TestDatabase {
  /** Owner's connection string; the application takes role `ttn_app` after connecting. */
  url: string;
  /** A configuration on this database, with any setting overridden. */
  config(overrides?: Record<string, string>): TtnConfig;
  /** Rows as the owner sees them; for arranging and asserting, never part of the product. */
  query<Row extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Also fails when the application changed a state without an audit row of the same transaction. */
  drop(): Promise<void>;
}

/** A fresh database for one spec file, copied from the template (about 0.1 s). */
export async function testDatabase(): Promise<TestDatabase> {
  const { TEST_CLUSTER_URL: cluster, TEST_CLUSTER_TEMPLATE: template } = process.env;
  if (!cluster || !template)
    throw new Error('No test cluster: this spec belongs to the project "medium" of jest.');
  const name = `ttn_${randomBytes(6).toString('hex')}`;
  await asAdmin(cluster, `create database ${name} template ${template}`);
  const url = databaseUrl(cluster, name);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // The pool says that it has ended before its connections have; the database that goes then ends them once more.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return {
    url,
    config: (overrides = {}) =>
      loadConfig({
        NODE_ENV: 'test',
        DATABASE_URL: url,
        TTN_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
        LOG_LEVEL: 'silent',
        WEB_ROOT: 'none',
        PORT: '0',
        ...overrides,
      }),
    query: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    drop: async () => {
      const unaudited = (await pool.query<object>(UNAUDITED_TRANSITIONS)).rows;
      await pool.end();
      await asAdmin(cluster, `drop database ${name} with (force)`);
      if (unaudited.length > 0)
        throw new Error(`Changes of a state without their audit row: ${JSON.stringify(unaudited)}`);
    },
  };
}

async function asAdmin(cluster: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(cluster, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The connection string of another database of the same cluster. */
function databaseUrl(cluster: string, name: string): string {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.toString();
}
