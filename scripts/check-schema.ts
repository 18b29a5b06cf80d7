import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ApiModule } from '../apps/api/src/api.module.js';
import { loadConfig } from '#libs/platform/config';
import { migrate } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '#libs/platform/embedded-postgres';
import { migrateQueue } from '#libs/platform/queue';
import { createLogger } from '#libs/platform/telemetry';

/**
 * Migrates an empty database and holds it against the entities (nothing may differ) and against
 * `docs/schema.snapshot.txt`, which lists what entities do not name: indexes, triggers, functions, rights.
 * `--write` renews the snapshot.
 */
const SNAPSHOT = 'docs/schema.snapshot.txt';

const CATALOGUE = `
  select 'index ' || indexdef as line from pg_indexes where schemaname = 'public'
  union all
  select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  union all
  select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all
  select 'function ' || oid::regprocedure || ' ' || md5(prosrc) from pg_proc where pronamespace = 'public'::regnamespace
  union all
  select 'right ' || table_name || ' ' || string_agg(privilege_type, ',' order by privilege_type)
    from information_schema.role_table_grants where grantee = 'ttn_app' and table_schema = 'public' group by table_name
  order by 1`;

const directory = mkdtempSync(join(tmpdir(), 'ttn-schema-'));
// The account that runs PostgreSQL must be able to enter.
chmodSync(directory, 0o755);
const dataDirectory = join(directory, 'postgres');
const problems: string[] = [];
try {
  const { url } = await startEmbeddedPostgres({ dataDirectory, durable: false });
  await migrate(url);
  await migrateQueue(url);
  problems.push(...(await differencesFromEntities(url)), ...(await differencesFromSnapshot(url)));
} finally {
  await stopEmbeddedPostgres({ dataDirectory });
  rmSync(directory, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? 'schema: entities, migrations and snapshot agree'
    : `schema: ${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);

async function differencesFromEntities(url: string): Promise<string[]> {
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: url,
    TTN_SECRET: 'a-secret-for-the-schema-check-0123456789',
    LOG_LEVEL: 'silent',
    WEB_ROOT: 'none',
  });
  const logger = createLogger(config, 'api');
  const app = await createHttpApplication(ApiModule.with(config), config, { logger });
  await app.init();
  const { upQueries } = await app.get(DataSource).driver.createSchemaBuilder().log();
  await app.close();
  // TypeORM has no column type for transaction ids, so no entity names that column.
  return upQueries
    .map(({ query }) => query)
    .filter((query) => !/^ALTER TABLE "\w+" DROP COLUMN "changed_xid"$/.test(query))
    .map((query) => `an entity wants: ${query}`);
}

async function differencesFromSnapshot(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const lines = (await client.query<{ line: string }>(CATALOGUE)).rows.map(({ line }) => line);
  await client.end();
  const now = `${lines.join('\n')}\n`;
  if (process.argv.includes('--write')) writeFileSync(SNAPSHOT, now);
  const before = new Set(readFileSync(SNAPSHOT, 'utf8').trimEnd().split('\n'));
  return [
    ...lines.filter((line) => !before.has(line)).map((line) => `not in the snapshot: ${line}`),
    ...[...before].filter((line) => !lines.includes(line)).map((line) => `only in the snapshot: ${line}`),
  ];
}
