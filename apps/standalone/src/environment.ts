import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startEmbeddedPostgres } from '#libs/platform/embedded-postgres';

/** What the children get, and how to give back what was started for them. */
export interface Environment {
  variables: Record<string, string>;
  dataDirectory: string;
  /** The embedded database; absent when DATABASE_URL names a server of one's own. */
  embedded?: {
    folder: string;
    /** It ran before: another TTN may be at work on it. */
    reused: boolean;
  };
}

/** Fills in what a machine without any server lacks: a database, a secret, demo mode. */
export async function prepareEnvironment(say: (line: string) => void): Promise<Environment> {
  const dataDirectory = resolve(process.env.TTN_DATA_DIR ?? '.ttn');
  mkdirSync(dataDirectory, { recursive: true });
  const port = process.env.PORT ?? '3000';
  const variables: Record<string, string> = {
    LOG_FORMAT: 'pretty',
    LOG_LEVEL: 'warn',
    DEMO: process.env.NODE_ENV === 'production' ? 'false' : 'true',
    PUBLIC_URL: `http://localhost:${port}`,
    ...definedVariables(),
    TTN_DATA_DIR: dataDirectory,
  };
  variables.TTN_SECRET ??= keptSecret(join(dataDirectory, 'secret'));
  if (variables.DATABASE_URL) return { variables, dataDirectory };
  const folder = join(dataDirectory, 'postgres');
  const { url, outcome } = await startEmbeddedPostgres({ dataDirectory: folder, onProgress: say });
  const embedded = { folder, reused: outcome === 'reused' };
  return { variables: { ...variables, DATABASE_URL: url }, dataDirectory, embedded };
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** A secret made at the first start and kept beside the data. */
function keptSecret(file: string): string {
  try {
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
