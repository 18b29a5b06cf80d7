import { ensureDemo, resetDatabase } from '#libs/demo';
import { loadConfig } from '#libs/platform/config';
import { migrateAll } from './migrate-all.js';

/** `ttn demo load` */
export async function loadDemo(): Promise<void> {
  await migrateAll();
  const accounts = await ensureDemo(loadConfig());
  for (const { role, organization, email, password } of accounts) {
    console.log([role, organization, email, password].join('\t'));
  }
}

/** `ttn demo reset` */
export async function resetDemo({ force = false }: { force?: boolean }): Promise<void> {
  const config = loadConfig();
  if (config.NODE_ENV === 'production') throw new Error('There is no demo in production.');
  await resetDatabase(config.DATABASE_OWNER_URL ?? config.DATABASE_URL, { force });
  console.log('The database is empty.');
}
