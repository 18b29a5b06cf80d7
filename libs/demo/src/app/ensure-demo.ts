import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AuthModule } from '#libs/platform/auth';
import { ConfigModule, type TtnConfig } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import { DemoModule } from '../demo.module.js';
import type { DemoAccount } from '../domain/demo-report.js';
import { DEMO_REQUEST } from './demo-seats.js';
import { LoadDemo } from './load-demo.js';
import { resetDatabase } from './reset-database.js';

const ACCOUNTS_FILE = 'demo-accounts.json';

/**
 * Loads the demo into an empty database and keeps its accounts in `<TTN_DATA_DIR>/demo-accounts.json`. Where
 * data are, nothing is loaded and the kept accounts are answered; a load that was cut short is begun anew.
 */
export async function ensureDemo(config: TtnConfig): Promise<readonly DemoAccount[]> {
  if (config.NODE_ENV === 'production') throw new Error('Demo data are never loaded in production.');
  const file = join(config.TTN_DATA_DIR, ACCOUNTS_FILE);
  const ownerUrl = config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
  return alone(ownerUrl, async (client) => {
    const kept = existsSync(file);
    if (!kept && (await wasCutShort(client))) await resetDatabase(ownerUrl);
    const { rowCount: data } = await client.query('select 1 from organization limit 1');
    if (!data) return load(config, file);
    return kept ? (JSON.parse(await readFile(file, 'utf8')) as DemoAccount[]) : [];
  });
}

/** Runs `work` while nobody else is loading the demo into this database. */
async function alone<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'ttn-demo-load' });
  client.on('error', () => undefined); // a lost server fails the work, not the process
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('ttn demo load'))`);
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Whether a load began and nothing else ever happened here. The passwords of its accounts are kept in the file that
 * it writes last, so without that file nobody has signed in, and nobody can.
 */
async function wasCutShort(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ begun: boolean; alone: boolean | null }>(
    `select count(*) > 0 as begun, bool_and(request_id = $1) as alone from audit_entry`,
    [DEMO_REQUEST],
  );
  return rows[0]?.begun === true && rows[0].alone === true;
}

async function load(config: TtnConfig, file: string): Promise<readonly DemoAccount[]> {
  @Module({ imports: [ConfigModule.with(config), DatabaseModule, AuthModule, DemoModule] })
  class DemoLoadModule {}
  const app = await NestFactory.createApplicationContext(DemoLoadModule, { logger: ['error', 'warn'] });
  try {
    const { accounts } = await app.get(LoadDemo).execute(config);
    // Whole or not at all: its being there says that the load is done.
    await writeFile(`${file}.part`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.part`, file);
    return accounts;
  } finally {
    await app.close();
  }
}
