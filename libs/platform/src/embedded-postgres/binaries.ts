import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { childOptions, type Account } from './account.js';
import { codeOf, EmbeddedPostgresError, OWN_SERVER_ADVICE, wordsOf } from './embedded-postgres.errors.js';
import { makeFolder } from './make-folder.js';

const execFileAsync = promisify(execFile);

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL programs, ready to be run by the account. They are used where npm put them; where that
 * folder lacks its symbolic links and is read-only, or is closed to the account, from a copy in `cache`.
 */
export async function prepareBinaries(cache: string, account: Account | undefined): Promise<Binaries> {
  const installed = installedPackage();
  const native = join(installed, 'native');
  if (hydrate(native) && (await runs(native, account)) === true) return programs(native);

  const copy = join(cache, `${versionOf(installed)}-${process.arch}`);
  if (!existsSync(copy)) copyBinaries(native, copy);
  const outcome = await runs(copy, account);
  if (outcome === true) return programs(copy);
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL does not run on this machine (it needs glibc): ${OWN_SERVER_ADVICE}.`,
    { cause: outcome, output: wordsOf(outcome) },
  );
}

const programs = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

/** The folder of the platform's package. `embedded-postgres` is there only to bring it. */
function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    if (process.platform === 'win32') throw new Error('Windows is not supported; its Linux subsystem is');
    const carrier = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(carrier).resolve(name)), '..');
  } catch (error) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (package ${name}): ` +
        `${OWN_SERVER_ADVICE}.`,
      { cause: error },
    );
  }
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/**
 * Makes the symbolic links that npm packages cannot carry (the package's install script would, but npm may
 * be told not to run scripts). False where the folder cannot be written.
 */
function hydrate(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  try {
    for (const { source, target } of links) {
      const link = join(native, '..', target);
      if (lstatSync(link, { throwIfNoEntry: false })) continue;
      makeLink(relative(dirname(link), join(native, '..', source)), link);
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

function makeLink(target: string, link: string): void {
  try {
    symlinkSync(target, link);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error; // somebody else made it in the meantime
  }
}

async function runs(native: string, account: Account | undefined): Promise<true | Error> {
  try {
    await execFileAsync(programs(native).postgres, ['--version'], childOptions(account));
    return true;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Copies beside and renames: a second start sees the whole copy or none. */
function copyBinaries(native: string, copy: string): void {
  const parent = dirname(copy);
  makeFolder(parent, `The PostgreSQL programs could not be copied there: ${OWN_SERVER_ADVICE}.`);
  const staging = `${copy}.${process.pid}-${randomBytes(4).toString('hex')}`;
  mkdirSync(staging);
  copyTree(native, join(staging, 'native'));
  hydrate(join(staging, 'native'));
  try {
    renameSync(join(staging, 'native'), copy);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Everyone may read and run the copy, however narrow the modes of the original are. */
function copyTree(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      copyFileSync(source, target);
      chmodSync(target, lstatSync(source).mode & 0o111 ? 0o755 : 0o644);
    }
  }
}
