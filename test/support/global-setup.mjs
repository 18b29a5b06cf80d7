import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#libs/platform/database';
import { startEmbeddedPostgres } from '#libs/platform/embedded-postgres';
import { migrateQueue } from '#libs/platform/queue';

/** Name of the migrated database that tests copy. */
const TEMPLATE = 'ttn_template';

/**
 * One throw-away cluster per run of jest, with one migrated template that every spec file copies. Jest runs this
 * outside its own module system, so it uses the built libraries: `npm run build:server` first.
 */
export default async function globalSetup() {
  const directory = mkdtempSync(join(tmpdir(), 'ttn-test-'));
  // The account that runs PostgreSQL must be able to enter.
  chmodSync(directory, 0o755);
  const dataDirectory = join(directory, 'postgres');
  const server = await startEmbeddedPostgres({ dataDirectory, database: TEMPLATE, durable: false });
  await migrate(server.url);
  await migrateQueue(server.url);
  const admin = new pg.Client({ connectionString: server.url.replace(TEMPLATE, 'postgres') });
  await admin.connect();
  await admin.query(`alter database ${TEMPLATE} is_template true`);
  await admin.end();
  process.env.TEST_CLUSTER_URL = server.url;
  process.env.TEST_CLUSTER_TEMPLATE = TEMPLATE;
  process.env.TEST_CLUSTER_DIRECTORY = directory;
}
