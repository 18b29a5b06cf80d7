import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino';
import pretty from 'pino-pretty';
import type { TtnConfig } from '#libs/platform/config';

const INFO = 30;

export type { Logger } from 'pino';

/** Never in a log, whoever passes it: secrets and texts of people. */
const REDACTED = ['password', 'token', 'accessToken', 'refreshToken', 'authorization', 'cookie', 'body'];

/** Parts of Nest that list every module and route at each start. */
const CHATTER = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
]);

/** The one logger of a process: JSON lines for machines, or text for people. Ids only, no bodies. */
export function createLogger(config: TtnConfig, process: string): Logger {
  const options: LoggerOptions = {
    level: config.LOG_LEVEL,
    base: { process, version: config.TTN_VERSION },
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    hooks: {
      logMethod(values, write, level) {
        const [first] = values as [unknown];
        const context = (first as { context?: unknown } | undefined)?.context;
        if (level <= INFO && typeof context === 'string' && CHATTER.has(context)) return;
        write.apply(this, values);
      },
    },
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
