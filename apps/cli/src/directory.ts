import { DirectoryModule, RebuildDirectory } from '#libs/directory';
import { withContext } from './with-context.js';

/** `ttn directory rebuild` */
export async function rebuildDirectory(): Promise<void> {
  const seen = await withContext([DirectoryModule], (app) => app.get(RebuildDirectory).execute());
  console.log(`${seen} entries looked at; the directory is up to date.`);
}
