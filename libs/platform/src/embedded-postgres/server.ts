import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fchownSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { childOptions } from './account.js';
import type { Binaries } from './binaries.js';
import { askServer } from './connection.js';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import type { Place } from './place.js';
import { choosePort, storePort } from './port.js';
import { discardDeadLock, findPostmaster, type Postmaster } from './postmaster.js';

const PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 60_000;
const POLL_MS = 50;
/** A start that takes no longer is not worth a word. */
const QUIET_MS = 1_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** Settings of every start: they live here, not in the data, so that a new TTN brings new ones. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  jit: 'off',
  cluster_name: 'ttn',
};

/** For clusters that may be lost with the machine's power: tests. */
const THROW_AWAY_SETTINGS: Record<string, string> = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

export interface ServerOptions {
  readonly password: string;
  readonly database: string;
  readonly durable: boolean;
  readonly onProgress: (message: string) => void;
}

/** One attempt of ours to start a server; others may be trying at the same time. */
interface Attempt {
  readonly process: ChildProcess;
  readonly logStart: number;
}

/**
 * Makes sure that a server runs on the place and answers, whoever started it. Of several that try at once
 * PostgreSQL's own lock lets one win; the others come to use the winner's.
 *
 * @returns the port, and whether the server is one that this call started
 * @throws EmbeddedPostgresError with the server's last words when it does not start within two minutes
 */
export async function ensureServer(
  place: Place,
  binaries: Binaries,
  options: ServerOptions,
): Promise<{ port: number; startedHere: boolean }> {
  const began = Date.now();
  const deadline = began + PATIENCE_MS;
  let attempt: Attempt | undefined;
  let reason = 'it did not begin to listen';
  while (Date.now() < deadline) {
    const postmaster = findPostmaster(place.dataDirectory);
    if (postmaster) {
      const answer = await ask(postmaster, place, options);
      if (answer.ready) {
        storePort(place.portFile, postmaster.port);
        return { port: postmaster.port, startedHere: postmaster.pid === attempt?.process.pid };
      }
      if (reason !== answer.reason && Date.now() > began + QUIET_MS)
        options.onProgress(`Waiting for PostgreSQL: ${answer.reason}`);
      reason = answer.reason;
    } else if (!attempt || hasEnded(attempt)) {
      if (attempt) assertWorthAnotherTry(place, attempt);
      attempt = await launch(place, binaries, options);
    }
    await pause(POLL_MS);
  }
  throw new EmbeddedPostgresError(`PostgreSQL did not start in ${place.dataDirectory}: ${reason}.`, {
    output: readLog(place, attempt?.logStart),
  });
}

/** Stops the server: open transactions are rolled back, everything is written. False when none runs. */
export async function stopServer(place: Place): Promise<boolean> {
  const running = findPostmaster(place.dataDirectory);
  if (!running) return false;
  process.kill(running.pid, 'SIGINT'); // PostgreSQL's "fast shutdown"
  const deadline = Date.now() + STOP_PATIENCE_MS;
  while (findPostmaster(place.dataDirectory)?.pid === running.pid) {
    if (Date.now() > deadline)
      throw new EmbeddedPostgresError(`PostgreSQL (process ${running.pid}) does not stop.`, {
        output: readLog(place),
      });
    await pause(POLL_MS);
  }
  return true;
}

async function ask(postmaster: Postmaster, place: Place, options: ServerOptions) {
  const login = { port: postmaster.port, password: options.password };
  try {
    return await askServer(login, place.dataDirectory, options.database);
  } catch (error) {
    // Ours may have gone between reading its lock file and connecting, and another listens there now.
    if (findPostmaster(place.dataDirectory)?.pid === postmaster.pid) throw error;
    return { ready: false as const, reason: 'it went away' };
  }
}

async function launch(place: Place, binaries: Binaries, options: ServerOptions): Promise<Attempt> {
  discardDeadLock(place.dataDirectory);
  const port = await choosePort(place.portFile);
  options.onProgress(`Starting PostgreSQL on 127.0.0.1:${port}`);
  const settings = { ...SETTINGS, ...(options.durable ? {} : THROW_AWAY_SETTINGS) };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(place);
  const logStart = fstatSync(log).size;
  try {
    const server = spawn(binaries.postgres, ['-D', place.dataDirectory, '-p', String(port), ...words], {
      ...childOptions(place.account),
      detached: true, // a Ctrl-C or a kill of TTN must not take the server with it
      stdio: ['ignore', log, log],
    });
    server.on('error', () => undefined); // seen as an ended attempt
    server.unref();
    return { process: server, logStart };
  } finally {
    closeSync(log);
  }
}

const hasEnded = ({ process: { pid, exitCode, signalCode } }: Attempt): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null;

/** Reasons that pass: another start won, the old server is still going, somebody took the port. */
const PASSING =
  /lock file .* already exists|lock file .* is empty|pre-existing shared memory block|Address already in use/;

function assertWorthAnotherTry(place: Place, attempt: Attempt): void {
  const output = readLog(place, attempt.logStart);
  if (PASSING.test(output)) return;
  throw new EmbeddedPostgresError(`PostgreSQL does not start in ${place.dataDirectory}.`, { output });
}

function openLog({ logFile, account }: Place): number {
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  // The account may be an ordinary user whose cluster root starts for once: it goes on writing this log.
  if (account) fchownSync(log, account.uid, account.gid);
  return log;
}

function readLog({ logFile }: Place, from = 0): string {
  return existsSync(logFile) ? readFileSync(logFile).subarray(from).toString('utf8') : '';
}
