import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { childOptions, type Account } from './account.js';
import type { Binaries } from './binaries.js';
import { codeOf, EmbeddedPostgresError, OWN_SERVER_ADVICE, wordsOf } from './embedded-postgres.errors.js';
import type { Place } from './place.js';
import { agreeOnFile } from './small-file.js';

const execFileAsync = promisify(execFile);
const MAJOR_VERSION = '18';
const ABANDONED_AFTER_MS = 10 * 60_000;

/**
 * Without an explicit locale a machine without LANG gets SQL_ASCII, in which text search loses every Korean,
 * Japanese, Chinese and Thai word. The builtin provider sorts the same on every machine.
 */
const INITDB_OPTIONS = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C.UTF-8',
  '--no-instructions',
];

/** The owner's password: made once, the same for all who start at the same time. */
export function ownerPassword({ passwordFile, dataDirectory }: Place): string {
  if (!existsSync(passwordFile) && isCluster(dataDirectory))
    throw new EmbeddedPostgresError(
      `The password of the database in ${dataDirectory} is gone: restore ${passwordFile}, or move the data ` +
        'directory away to begin anew.',
    );
  return agreeOnFile(passwordFile, randomBytes(24).toString('base64url'), 0o600);
}

/**
 * Makes the cluster unless it stands. Returns whether this call made it. The cluster is built in a folder
 * beside and renamed into place: a start that dies half way leaves nothing that looks like a cluster, and of
 * two that run at the same time one wins and the other uses the winner's.
 *
 * @throws EmbeddedPostgresError when the folder holds something else, or initdb fails
 */
export async function initializeCluster(
  place: Place,
  binaries: Binaries,
  settings: { password: string; durable: boolean },
): Promise<boolean> {
  removeAbandonedFolders(place.dataDirectory);
  if (isCluster(place.dataDirectory)) return false;
  if (holdsSomething(place.dataDirectory)) return assertCluster(place.dataDirectory);

  const staging = `${place.dataDirectory}.initdb-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(staging, { mode: 0o700 });
    const passwordFile = join(staging, 'password');
    writeFileSync(passwordFile, settings.password, { mode: 0o600 });
    give(place.account, staging, passwordFile);
    const data = join(staging, 'data');
    const options = [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...INITDB_OPTIONS];
    if (!settings.durable) options.push('--no-sync');
    await execFileAsync(binaries.initdb, options, childOptions(place.account));
    return moveIntoPlace(data, place.dataDirectory);
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(
      `The database in ${place.dataDirectory} could not be made. If this cannot be helped, ${OWN_SERVER_ADVICE}.`,
      { cause: error, output: wordsOf(error) },
    );
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Whether the folder holds a cluster that this PostgreSQL can serve. */
export function isCluster(dataDirectory: string): boolean {
  let version: string;
  try {
    version = readFileSync(join(dataDirectory, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return false;
    throw new EmbeddedPostgresError(`${dataDirectory} cannot be read (${codeOf(error)}).`, { cause: error });
  }
  if (version === MAJOR_VERSION) return true;
  throw new EmbeddedPostgresError(
    `${dataDirectory} was written by PostgreSQL ${version}; TTN brings PostgreSQL ${MAJOR_VERSION}. ` +
      'Set TTN_DATA_DIR to another folder, or DATABASE_URL to a server of your own.',
  );
}

function give(account: Account | undefined, ...paths: string[]): void {
  if (account) for (const path of paths) chownSync(path, account.uid, account.gid);
}

function moveIntoPlace(data: string, dataDirectory: string): boolean {
  try {
    renameSync(data, dataDirectory);
    syncFolder(dirname(dataDirectory));
    return true;
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EBUSY'].includes(codeOf(error) ?? '')) throw error;
    return assertCluster(dataDirectory);
  }
}

/** Somebody else's cluster appeared meanwhile: "not made here". Anything else is in the way. */
function assertCluster(dataDirectory: string): false {
  if (isCluster(dataDirectory)) return false;
  throw new EmbeddedPostgresError(
    `${dataDirectory} is in the way: it is neither a PostgreSQL cluster nor a plain empty folder. ` +
      'Move it away or set TTN_DATA_DIR to another folder.',
  );
}

function holdsSomething(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && (!stat.isDirectory() || readdirSync(path).length > 0);
}

/** The rename itself must survive a power failure as the data do. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Folders that a killed first start left behind. Young ones may be at work. */
function removeAbandonedFolders(dataDirectory: string): void {
  const parent = dirname(dataDirectory);
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(`${basename(dataDirectory)}.initdb-`)) continue;
    const made = statSync(join(parent, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > ABANDONED_AFTER_MS) rmSync(join(parent, name), { recursive: true, force: true });
  }
}
