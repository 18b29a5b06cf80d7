import type { DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from './migrations/index.js';
import { SnakeNamingStrategy } from './naming.js';
import { SteadyClient } from './steady-client.js';

export interface ConnectionSettings {
  url: string;
  poolMax: number;
  /** Role taken after connecting; absent for the owner who migrates. */
  role?: 'ttn_app';
  applicationName: string;
}

/**
 * Connections are few and know the statements that are asked: after a quiet quarter of a minute a change that finds
 * none open took half as long again.
 */
const KEPT_IDLE_MS = 5 * 60_000;

/** Options of the one data source. `entities` are given by Nest (autoload) or by the schema check. */
export function dataSourceOptions(settings: ConnectionSettings) {
  const startup = [
    '-c synchronous_commit=on',
    '-c statement_timeout=30s',
    '-c idle_in_transaction_session_timeout=10s',
    '-c lock_timeout=5s',
    ...(settings.role ? [`-c role=${settings.role}`] : []),
  ];
  return {
    type: 'postgres',
    url: settings.url,
    applicationName: settings.applicationName,
    connectTimeoutMS: 5_000,
    poolSize: settings.poolMax,
    extra: {
      options: startup.join(' '),
      keepAlive: true,
      idleTimeoutMillis: KEPT_IDLE_MS,
      Client: SteadyClient,
    },
    namingStrategy: new SnakeNamingStrategy(),
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    synchronize: false,
    logging: ['error'],
  } satisfies DataSourceOptions;
}
