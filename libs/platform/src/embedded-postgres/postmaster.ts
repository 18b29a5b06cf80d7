import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { codeOf } from './embedded-postgres.errors.js';

/** A running server, as its lock file in the data directory tells of it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that runs on this data directory now, if any. It may still be starting or already stopping. */
export function findPostmaster(dataDirectory: string): Postmaster | undefined {
  const text = readLock(dataDirectory);
  if (text === undefined) return undefined;
  const postmaster = parseLock(text);
  return postmaster && isAlive(postmaster.pid) && serves(postmaster.pid, dataDirectory)
    ? postmaster
    : undefined;
}

/**
 * Removes a lock file that would keep PostgreSQL from starting for ever although no server holds it: its
 * process id now belongs to another program (after a reboot, in a restarted container), or to the remains of
 * the killed server that nobody has reaped, or the file is empty (the disk was full). A lock file whose
 * process is gone is PostgreSQL's own business.
 */
export function discardDeadLock(dataDirectory: string): void {
  const text = readLock(dataDirectory);
  if (text === undefined || !isDead(dataDirectory, text)) return;
  // Take the file out of the way first, then look whether it is still the one that was judged.
  const aside = `${lockFile(dataDirectory)}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(lockFile(dataDirectory), aside);
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, lockFile(dataDirectory));
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

const lockFile = (dataDirectory: string): string => join(dataDirectory, 'postmaster.pid');

function readLock(dataDirectory: string): string | undefined {
  try {
    return readFileSync(lockFile(dataDirectory), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

/** Lines: process id, data directory, start time, port, … (PostgreSQL, utils/pidfile.h). */
function parseLock(text: string): Postmaster | undefined {
  const [pid, , , port] = text.split('\n').map(Number);
  return pid && port ? { pid, port } : undefined;
}

function isDead(dataDirectory: string, text: string): boolean {
  const postmaster = parseLock(text);
  if (postmaster) return isAlive(postmaster.pid) && !serves(postmaster.pid, dataDirectory);
  const written = statSync(lockFile(dataDirectory), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return text.trim() === '' && Date.now() - written > 10_000;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Whether the living process is a PostgreSQL server of this data directory. Where the system does not tell
 * (no /proc), the lock file is believed.
 */
function serves(pid: number, dataDirectory: string): boolean {
  try {
    return isServerOf(readFileSync(`/proc/${pid}/cmdline`, 'utf8'), dataDirectory);
  } catch {
    return isAlive(pid);
  }
}

/** `commandLine` is NUL-separated as in /proc; that of a dead process nobody has reaped is empty. */
export function isServerOf(commandLine: string, dataDirectory: string): boolean {
  const words = commandLine.split('\0');
  if (!words.some((word) => basename(word) === 'postgres')) return false;
  const folder = words[words.indexOf('-D') + 1];
  return !words.includes('-D') || folder === undefined || sameFolder(folder, dataDirectory);
}

export function sameFolder(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return one === other;
  }
}
