import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { type Logger, pino, stdTimeFunctions } from 'pino';
import pretty from 'pino-pretty';
import type { TtnConfig } from '#libs/platform/config';

export type { Logger } from 'pino';

/** Never in a log, whoever passes it: secrets and texts of people. */
const REDACTED = ['password', 'token', 'accessToken', 'refreshToken', 'authorization', 'cookie', 'body'];

/** The one logger of a process: JSON lines for machines, or text for people. Ids only, no bodies. */
export function createLogger(config: TtnConfig, process: string): Logger {
  const options = {
    level: config.LOG_LEVEL,
    base: { process, version: config.TTN_VERSION },
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
  };
  if (config.LOG_FORMAT === 'json') return pino(options, pino.destination({ dest: 1, sync: false }));
  const stream = pretty({
    ignore: 'pid,hostname,process,version',
    translateTime: 'SYS:HH:MM:ss.l',
    sync: true,
  });
  return pino(options, stream);
}

/**
 * Nest's logs through `logger`. Requests are logged by one hook instead of the module's middleware, whose
 * request-scoped context costs every awaited promise.
 */
export function loggingModule(logger: Logger): DynamicModule {
  return LoggerModule.forRoot({ pinoHttp: { logger }, forRoutes: [] });
}
