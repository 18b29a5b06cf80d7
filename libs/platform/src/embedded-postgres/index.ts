import { dirname, join } from 'node:path';
import { prepareBinaries } from './binaries.js';
import { initializeCluster, isCluster, ownerPassword } from './cluster.js';
import { EmbeddedPostgresError, wordsOf } from './embedded-postgres.errors.js';
import { findPlace, settlePlace, SYSTEM_DIRECTORY, type Place } from './place.js';
import { findPostmaster } from './postmaster.js';
import { ensureServer, stopServer } from './server.js';

export { EmbeddedPostgresError };

export interface EmbeddedPostgresOptions {
  /** Where the data shall live, e.g. `.ttn/postgres`. Password, port and log stand beside it. */
  readonly dataDirectory: string;
  /** Made if it is missing; `ttn` by default. */
  readonly database?: string;
  /** False for throw-away clusters: faster, and lost when the machine loses power. */
  readonly durable?: boolean;
  /** Told, in plain English, what the start is doing. */
  readonly onProgress?: (message: string) => void;
  /** Takes the data when root's PostgreSQL cannot reach `dataDirectory`; `/var/lib/ttn` by default. */
  readonly systemDirectory?: string;
}

export interface EmbeddedPostgres {
  /** Connection string of the owner, the superuser `postgres`. Holds the password. */
  readonly url: string;
  /** On 127.0.0.1. */
  readonly port: number;
  /** The folder that is really used. */
  readonly dataDirectory: string;
  /** What this call did: made the cluster, started a server on it, or found one running. */
  readonly outcome: 'initialized' | 'started' | 'reused';
}

export interface EmbeddedPostgresStatus {
  readonly state: 'absent' | 'stopped' | 'running';
  readonly dataDirectory: string;
  /** Of the running server. */
  readonly pid?: number;
  readonly port?: number;
}

/**
 * Starts a real PostgreSQL 18 on the data directory, or uses the one that runs there. The server outlives
 * this process: end it with `stopEmbeddedPostgres`. Safe to call from several processes at once.
 *
 * @throws EmbeddedPostgresError when it cannot, saying what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await start(options);
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError('The embedded PostgreSQL cannot start.', {
      cause: error,
      output: wordsOf(error),
    });
  }
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { database = 'ttn', durable = true, onProgress = () => undefined } = options;
  const place = await settlePlace(options.dataDirectory, options.systemDirectory ?? SYSTEM_DIRECTORY);
  if (place.dataDirectory !== place.wanted) onProgress(`The database lives in ${place.dataDirectory}`);
  const binaries = await prepareBinaries(binariesCache(place), place.account);
  const password = ownerPassword(place);
  if (!isCluster(place.dataDirectory)) onProgress(`Making a new database in ${place.dataDirectory}`);
  const initialized = await initializeCluster(place, binaries, { password, durable });
  const server = await ensureServer(place, binaries, { password, database, durable, onProgress });
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`,
    port: server.port,
    dataDirectory: place.dataDirectory,
    outcome: initialized ? 'initialized' : server.startedHere ? 'started' : 'reused',
  };
}

/**
 * Stops the server of the data directory and waits until it is gone; open transactions are rolled back.
 *
 * @returns whether one was running
 */
export function stopEmbeddedPostgres(options: { readonly dataDirectory: string }): Promise<boolean> {
  return stopServer(findPlace(options.dataDirectory));
}

/** What stands and runs there now. Changes nothing. */
export function embeddedPostgresStatus(options: { readonly dataDirectory: string }): EmbeddedPostgresStatus {
  const { dataDirectory } = findPlace(options.dataDirectory);
  const postmaster = findPostmaster(dataDirectory);
  if (postmaster) return { state: 'running', dataDirectory, ...postmaster };
  return { state: isCluster(dataDirectory) ? 'stopped' : 'absent', dataDirectory };
}

const binariesCache = ({ dataDirectory }: Place): string => join(dirname(dataDirectory), 'postgres-binaries');
