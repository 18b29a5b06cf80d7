import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#libs/platform/database';
import { startEmbeddedPostgres } from '#libs/platform/embedded-postgres';
import { migrateQueue } from '#libs/platform/queue';
import { WATCH_TRANSITIONS } from './watch-transitions.mjs';

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
  await asOwner(server.url, WATCH_TRANSITIONS);
  const postgres = server.url.replace(TEMPLATE, 'postgres');
  await asOwner(postgres, `alter database ${TEMPLATE} is_template true`);
  process.env.TEST_CLUSTER_URL = server.url;
  process.env.TEST_CLUSTER_TEMPLATE = TEMPLATE;
  process.env.TEST_CLUSTER_DIRECTORY = directory;
}

async function asOwner(connectionString, statement) {
  const owner = new pg.Client({ connectionString });
  await owner.connect();
  await owner.query(statement);
  await owner.end();
}
