import { createHash, randomBytes } from 'node:crypto';
import { existsSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  accountOf,
  canEnter,
  defaultAccount,
  firstClosedFolder,
  runsAsRoot,
  type Account,
} from './account.js';
import { EmbeddedPostgresError, OWN_SERVER_ADVICE } from './embedded-postgres.errors.js';
import { makeFolder } from './make-folder.js';
import { agreeOnFile, readSmallFile } from './small-file.js';

/** Where data go when TTN runs as root and PostgreSQL's account cannot reach the wanted folder. */
export const SYSTEM_DIRECTORY = '/var/lib/ttn';

/**
 * Where a cluster lives. What belongs to TTN stands beside the folder that was asked for, under its name:
 * removing the folder around it (`.ttn`) forgets the cluster altogether.
 */
export interface Place {
  /** The data directory that was asked for, absolute. */
  readonly wanted: string;
  /** The one that is used. */
  readonly dataDirectory: string;
  /** Who serves it; undefined: ourselves. */
  readonly account: Account | undefined;
  readonly passwordFile: string;
  readonly portFile: string;
  readonly logFile: string;
}

/** Looks up where the cluster of this folder lives, without touching anything. */
export function findPlace(wantedDirectory: string): Place {
  const wanted = resolve(wantedDirectory);
  return describe(wanted, readSmallFile(relocationFile(wanted)) ?? wanted);
}

/** Finds the cluster's place, or decides it on the first start, and makes the folders around it. */
export async function settlePlace(wantedDirectory: string, systemDirectory: string): Promise<Place> {
  const wanted = resolve(wantedDirectory);
  makeFolder(dirname(wanted), `Set TTN_DATA_DIR to a folder you may write to, or ${OWN_SERVER_ADVICE}.`);
  const place = findPlace(wanted);
  if (!place.account) return place;

  const relocated = place.dataDirectory !== wanted;
  if (!relocated && !(await canEnter(place.account, dirname(wanted)))) {
    if (existsSync(join(wanted, 'PG_VERSION'))) throw await shutOut(place.account, wanted);
    return relocate(wanted, place.account, systemDirectory);
  }
  if (relocated) makeFolder(dirname(place.dataDirectory), `Remove ${relocationFile(wanted)} to begin anew.`);
  adoptFromRoot(place);
  return place;
}

function describe(wanted: string, dataDirectory: string): Place {
  return {
    wanted,
    dataDirectory,
    account: servingAccount(dataDirectory),
    passwordFile: `${wanted}.password`,
    portFile: `${wanted}.port`,
    logFile: `${wanted}.log`,
  };
}

function servingAccount(dataDirectory: string): Account | undefined {
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  if (runsAsRoot()) return owner && owner.uid !== 0 ? accountOf(owner) : defaultAccount();
  if (owner && process.getuid && owner.uid !== process.getuid())
    throw new EmbeddedPostgresError(
      `The database in ${dataDirectory} belongs to ${accountOf(owner).name}: it was made by a start as root or ` +
        'as another user. Start TTN as that user again, or set TTN_DATA_DIR to another folder.',
    );
  return undefined;
}

/** Data that root copied here (a restored backup) are handed to the account that will serve them. */
function adoptFromRoot({ dataDirectory, account }: Place): void {
  if (!account || statSync(dataDirectory, { throwIfNoEntry: false })?.uid !== 0) return;
  const entries = readdirSync(dataDirectory, { recursive: true, encoding: 'utf8' });
  for (const entry of entries) lchownSync(join(dataDirectory, entry), account.uid, account.gid);
  lchownSync(dataDirectory, account.uid, account.gid);
}

async function relocate(wanted: string, account: Account, systemDirectory: string): Promise<Place> {
  const closed = await firstClosedFolder(account, dirname(wanted));
  if (closed === '/')
    throw new EmbeddedPostgresError(
      `TTN runs as root, PostgreSQL refuses to, and nothing can be run as ${account.name} here (a container ` +
        `without that right?). Start TTN as an ordinary user, or ${OWN_SERVER_ADVICE}.`,
    );
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 16);
  const folder = join(systemDirectory, hash);
  makeFolder(
    folder,
    `TTN runs as root, PostgreSQL runs as ${account.name}, and ${account.name} cannot enter ${closed}. ` +
      'Set TTN_DATA_DIR to a folder that every user can enter, or start TTN as an ordinary user, ' +
      `or ${OWN_SERVER_ADVICE}.`,
  );
  if (!(await canEnter(account, folder))) throw await shutOut(account, folder);
  // A fresh name: whoever removed the file beside the wanted folder wants to begin anew, and old data stay.
  const fresh = join(folder, `postgres-${randomBytes(4).toString('hex')}`);
  return describe(wanted, agreeOnFile(relocationFile(wanted), fresh, 0o644));
}

async function shutOut(account: Account, dataDirectory: string): Promise<EmbeddedPostgresError> {
  const closed = await firstClosedFolder(account, dirname(dataDirectory));
  return new EmbeddedPostgresError(
    `PostgreSQL runs as ${account.name}, who cannot enter ${closed} on the way to ${dataDirectory}. ` +
      `Let it pass (chmod o+x ${closed}), or start TTN as an ordinary user.`,
  );
}

const relocationFile = (wanted: string): string => `${wanted}.location`;
