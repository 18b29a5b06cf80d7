import { loadConfig } from '#libs/platform/config';
import { migrate } from '#libs/platform/database';
import { migrateQueue } from '#libs/platform/queue';

/** `ttn migrate`: schema and queue tables, as the owner, one runner at a time. */
export async function migrateAll(): Promise<void> {
  const config = loadConfig();
  const ownerUrl = config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
  const ran = await migrate(ownerUrl);
  await migrateQueue(ownerUrl);
  console.error(ran.length === 0 ? 'The schema is up to date.' : `Ran ${ran.join(', ')}.`);
}
