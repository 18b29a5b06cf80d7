import { runMigrations } from 'bullmq';
import pg from 'pg';

/**
 * Makes or updates the schema `bullmq` as the owner; safe to call from several processes at once. Runs after
 * `migrate`, which makes the role. BullMQ makes one sequence per queue when the queue is first used, so
 * `ttn_app` may create in this schema, and in no other.
 */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'ttn-migrate' });
  await client.connect();
  try {
    await runMigrations(client);
    await client.query(GRANTS);
  } finally {
    await client.end();
  }
}

const GRANTS = `
  begin;
  select pg_advisory_xact_lock(hashtext('ttn:migrate-queue'));
  grant usage, create on schema bullmq to ttn_app;
  grant select, insert, update, delete on all tables in schema bullmq to ttn_app;
  grant usage, select, update on all sequences in schema bullmq to ttn_app;
  grant execute on all functions in schema bullmq to ttn_app;
  commit`;
