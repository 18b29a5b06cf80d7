import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthModule } from '#libs/platform/auth';
import { ConfigModule, type TtnConfig } from '#libs/platform/config';
import { Database, DatabaseModule } from '#libs/platform/database';
import { DemoModule } from '../demo.module.js';
import type { DemoAccount } from '../domain/demo-report.js';
import { LoadDemo } from './load-demo.js';

const ACCOUNTS_FILE = 'demo-accounts.json';

/**
 * Loads the demo into an empty database and keeps its accounts in `<TTN_DATA_DIR>/demo-accounts.json`. Where
 * data are, nothing is loaded and the kept accounts are answered.
 */
export async function ensureDemo(config: TtnConfig): Promise<readonly DemoAccount[]> {
  if (config.NODE_ENV === 'production') throw new Error('Demo data are never loaded in production.');
  const file = join(config.TTN_DATA_DIR, ACCOUNTS_FILE);
  @Module({ imports: [ConfigModule.with(config), DatabaseModule, AuthModule, DemoModule] })
  class DemoLoadModule {}
  const app = await NestFactory.createApplicationContext(DemoLoadModule, { logger: ['error', 'warn'] });
  try {
    const [found] = await app.get(Database).rows('select 1 from organization limit 1');
    if (found) return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as DemoAccount[]) : [];
    const { accounts } = await app.get(LoadDemo).execute(config);
    await writeFile(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
    return accounts;
  } finally {
    await app.close();
  }
}
