import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source-options.js';

/** Below this, TTN refuses to start: it relies on what version 18 guarantees and measures. */
export const MINIMUM_POSTGRES = 180000;
const MIGRATION_LOCK = 7_001_001;

/**
 * Brings the schema up to date as the owner, one runner at a time (advisory lock), and answers the names of
 * the migrations that ran. Safe to call from several processes at once.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const guard = new pg.Client({ connectionString: ownerUrl, application_name: 'ttn-migrate' });
  await guard.connect();
  try {
    const { rows } = await guard.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < MINIMUM_POSTGRES)
      throw new Error(`PostgreSQL 18 or newer is needed; this one is ${version}.`);
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = new DataSource(
      dataSourceOptions({ url: ownerUrl, poolMax: 2, applicationName: 'ttn-migrate' }),
    );
    await source.initialize();
    try {
      return (await source.runMigrations({ transaction: 'each' })).map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await guard.end();
  }
}
