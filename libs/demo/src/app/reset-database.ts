import pg from 'pg';
import { migrate } from '#libs/platform/database';
import { migrateQueue } from '#libs/platform/queue';

/** Refused because somebody who is not of the demo has an account here. */
export class NotADemo extends Error {
  constructor() {
    super('This database holds accounts that are not of the demo. It is left as it is.');
  }
}

/**
 * Empties a demo database: drops everything TTN made and migrates again, as the owner. Refuses where a person
 * registered who is not of the demo, unless `force`.
 */
export async function resetDatabase(ownerUrl: string, { force = false } = {}): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'ttn-demo-reset' });
  await client.connect();
  try {
    if (!force && (await holdsStrangers(client))) throw new NotADemo();
    await client.query(
      'drop schema if exists bullmq cascade; drop schema public cascade; create schema public',
    );
  } finally {
    await client.end();
  }
  await migrate(ownerUrl);
  await migrateQueue(ownerUrl);
}

async function holdsStrangers(client: pg.Client): Promise<boolean> {
  const { rows: tables } = await client.query<{ person: string | null }>(
    `select to_regclass('public.person')::text as person`,
  );
  if (!tables[0]?.person) return false;
  const { rowCount } = await client.query('select 1 from person where not demo limit 1');
  return (rowCount ?? 0) > 0;
}
