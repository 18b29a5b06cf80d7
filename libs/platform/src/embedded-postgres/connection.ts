import pg from 'pg';
import { codeOf, EmbeddedPostgresError, wordsOf } from './embedded-postgres.errors.js';
import { sameFolder } from './postmaster.js';

export interface Login {
  readonly port: number;
  readonly password: string;
}

/** What a server answered: it is there and has the database, or why not yet. */
export type Answer = { readonly ready: true } | { readonly ready: false; readonly reason: string };

const DUPLICATE_DATABASE = ['42P04', '23505'];
const WRONG_PASSWORD = ['28P01', '28000'];

/**
 * Asks the server whether it takes connections, serves this data directory and has the database, which is
 * made if it is missing. A server that starts, recovers from a crash or stops is "not ready".
 *
 * @throws EmbeddedPostgresError when the server is another one, or does not know our password
 */
export async function askServer(login: Login, dataDirectory: string, database: string): Promise<Answer> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: login.port,
    user: 'postgres',
    password: login.password,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined); // a server that goes away fails the query that runs, not the process
  try {
    await client.connect();
    await assertServes(client, dataDirectory, login.port);
    await ensureDatabase(client, database);
    return { ready: true };
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    if (WRONG_PASSWORD.includes(codeOf(error) ?? ''))
      throw new EmbeddedPostgresError(
        `The server of ${dataDirectory} refuses the stored password of its owner: restore the file of the ` +
          'password beside the data, or move the data directory away to begin anew.',
        { cause: error },
      );
    return { ready: false, reason: wordsOf(error) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function assertServes(client: pg.Client, dataDirectory: string, port: number): Promise<void> {
  const { rows } = await client.query<{ folder: string }>(
    `SELECT current_setting('data_directory') AS folder`,
  );
  const served = rows[0]?.folder ?? '';
  if (sameFolder(served, dataDirectory)) return;
  throw new EmbeddedPostgresError(`Port ${port} serves ${served}, not ${dataDirectory}.`);
}

async function ensureDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (rowCount) return;
  try {
    // template0: nobody can be connected to it, which would make the copy fail.
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} TEMPLATE template0`);
  } catch (error) {
    if (!DUPLICATE_DATABASE.includes(codeOf(error) ?? '')) throw error;
  }
}
