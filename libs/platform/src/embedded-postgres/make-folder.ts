import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { runsAsRoot } from './account.js';
import { codeOf, EmbeddedPostgresError } from './embedded-postgres.errors.js';

/** Makes a folder; what root makes on the way can be entered by everyone, whatever the umask. */
export function makeFolder(folder: string, advice: string): void {
  try {
    const outermost = mkdirSync(folder, { recursive: true });
    if (!outermost || !runsAsRoot()) return;
    for (let made = folder; made.length >= outermost.length; made = dirname(made)) chmodSync(made, 0o755);
  } catch (error) {
    throw new EmbeddedPostgresError(`${folder} cannot be made (${codeOf(error)}). ${advice}`, {
      cause: error,
    });
  }
}
