import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { TtnConfig } from './ttn-config.js';

/** Everything that is wrong with the environment, one line per variable. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads and checks the environment; throws one {@link ConfigError} with the whole list. */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): TtnConfig {
  const known = Object.keys(new TtnConfig()).concat(
    'DATABASE_URL',
    'DATABASE_OWNER_URL',
    'REDIS_URL',
    'SMTP_URL',
    'TTN_SECRET',
    'MAIL_INBOUND_ADDRESS',
    'MAIL_INBOUND_SECRET',
    'VAPID_PUBLIC_KEY',
    'VAPID_PRIVATE_KEY',
    'S3_BUCKET',
    'S3_ENDPOINT',
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
    'CLAMD_URL',
  );
  const given = Object.fromEntries(known.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const config = plainToInstance(TtnConfig, given, { exposeDefaultValues: true });
  const problems = validateSync(config, { validationError: { target: false } }).map(
    (error) => `${error.property}: ${Object.values(error.constraints ?? {}).join('; ')}`,
  );
  const misspelt = Object.keys(env).filter((name) => name.startsWith('TTN_') && !known.includes(name));
  problems.push(...misspelt.map((name) => `${name}: there is no such setting`));
  if (!config.S3_ACCESS_KEY_ID !== !config.S3_SECRET_ACCESS_KEY)
    problems.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY: set both or neither');
  if (!config.VAPID_PUBLIC_KEY !== !config.VAPID_PRIVATE_KEY)
    problems.push('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY: set both or neither');
  if (!config.MAIL_INBOUND_ADDRESS !== !config.MAIL_INBOUND_SECRET)
    problems.push('MAIL_INBOUND_ADDRESS and MAIL_INBOUND_SECRET: set both or neither');
  if (config.NODE_ENV === 'production' && config.DEMO) problems.push('DEMO: not in production');
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}
