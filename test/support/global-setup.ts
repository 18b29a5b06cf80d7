import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#libs/platform/database';
import { startEmbeddedPostgres } from '#libs/platform/embedded-postgres';
import { migrateQueue } from '#libs/platform/queue';
import { TEMPLATE } from './test-database.js';

/** One throw-away cluster per run of jest, with one migrated template that every spec file copies. */
export default async function globalSetup(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'ttn-test-'));
  // The account that runs PostgreSQL must be able to enter.
  chmodSync(directory, 0o755);
  const server = await startEmbeddedPostgres({
    dataDirectory: join(directory, 'postgres'),
    database: TEMPLATE,
    durable: false,
  });
  await migrate(server.url);
  await migrateQueue(server.url);
  const admin = new pg.Client({ connectionString: server.url.replace(TEMPLATE, 'postgres') });
  await admin.connect();
  await admin.query(`alter database ${TEMPLATE} is_template true`);
  await admin.end();
  process.env.TEST_CLUSTER_URL = server.url;
  process.env.TEST_CLUSTER_DIRECTORY = directory;
}
