import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { codeOf, EmbeddedPostgresError } from './embedded-postgres.errors.js';

/**
 * Writes the file unless it stands already and returns what it then says: two processes that do this at the
 * same time return the same content, and nobody ever sees half a file.
 */
export function agreeOnFile(path: string, proposal: string, mode: number): string {
  const standing = readSmallFile(path);
  if (standing !== undefined) return standing;
  const draft = writeDraft(path, proposal, mode);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readSmallFile(path) ?? proposal;
}

/** The trimmed content; undefined where there is no such file. */
export function readSmallFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new EmbeddedPostgresError(`${path} cannot be read (${codeOf(error)}).`, { cause: error });
  }
}

/** Replaces the file in one step. */
export function replaceFile(path: string, content: string, mode: number): void {
  renameSync(writeDraft(path, content, mode), path);
}

function writeDraft(path: string, content: string, mode: number): string {
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, `${content}\n`, { mode, flag: 'wx' });
  } catch (error) {
    throw new EmbeddedPostgresError(`${path} cannot be written (${codeOf(error)}).`, { cause: error });
  }
  return draft;
}
