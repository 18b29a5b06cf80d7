import { readFile } from 'node:fs/promises';
import { systemActor } from '#libs/kernel';
import { ImportOrganizations, OrganizationsModule } from '#libs/organizations';
import { withContext } from './with-context.js';

/** `ttn import cities FILE.csv` */
export async function importCities(
  file: string,
  options: { aliases?: string; dryRun?: boolean },
): Promise<void> {
  const cities = await readFile(file, 'utf8');
  const aliases = options.aliases === undefined ? undefined : await readFile(options.aliases, 'utf8');
  const { created, updated, unchanged, dryRun } = await withContext([OrganizationsModule], (app) =>
    app
      .get(ImportOrganizations)
      .execute(systemActor('cli-import-cities'), { cities, aliases, dryRun: options.dryRun ?? false }),
  );
  const kept = dryRun ? 'nothing was kept (dry run)' : 'kept';
  console.log(`${created} new, ${updated} changed, ${unchanged} as before; ${kept}.`);
}
