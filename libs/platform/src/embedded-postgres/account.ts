import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, OWN_SERVER_ADVICE } from './embedded-postgres.errors.js';

const execFileAsync = promisify(execFile);

/** The system account that PostgreSQL runs as when TTN itself runs as root (PostgreSQL refuses root). */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** Locale and time zone are ours, not those of the shell that started TTN; PG* variables must not leak in. */
export const CHILD_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Options that make a child process run as the account; without one, as ourselves. */
export function childOptions(account: Account | undefined) {
  return { cwd: '/', env: CHILD_ENVIRONMENT, ...(account && { uid: account.uid, gid: account.gid }) };
}

/** The first of `postgres` and `nobody` that the machine knows. Nothing is created on the machine. */
export function defaultAccount(passwd = readFileSync('/etc/passwd', 'utf8')): Account {
  const accounts = parsePasswd(passwd);
  const account = ['postgres', 'nobody'].flatMap((name) => accounts.filter((one) => one.name === name))[0];
  if (account && account.uid !== 0) return account;
  throw new EmbeddedPostgresError(
    'TTN runs as root, PostgreSQL refuses to, and this machine has neither a user "postgres" nor "nobody". ' +
      `Start TTN as an ordinary user, or ${OWN_SERVER_ADVICE}.`,
  );
}

/** The account that owns an existing cluster: whoever made the data goes on serving it. */
export function accountOf(owner: { uid: number; gid: number }): Account {
  const known = parsePasswd(readFileSync('/etc/passwd', 'utf8')).find((one) => one.uid === owner.uid);
  return { uid: owner.uid, gid: owner.gid, name: known?.name ?? `uid ${owner.uid}` };
}

function parsePasswd(passwd: string): Account[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    // macOS writes nobody's ids as -2: system calls want them unsigned.
    return name && uid && gid ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }] : [];
  });
}

/**
 * Whether the account may pass through the folder, asked of the kernel by doing it: modes alone do not tell
 * of access lists and mount options.
 */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  try {
    await execFileAsync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], childOptions(account));
    return true;
  } catch {
    return false;
  }
}

/** The outermost folder on the way to `folder` that the account cannot enter: the one to name in advice. */
export async function firstClosedFolder(account: Account, folder: string): Promise<string> {
  const parent = dirname(folder);
  if (parent !== folder && !(await canEnter(account, parent))) return firstClosedFolder(account, parent);
  return folder;
}
