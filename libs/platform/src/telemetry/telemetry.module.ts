import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DatabaseModule } from '#libs/platform/database';
import { type Logger, loggingModule } from './logging.js';
import { Metrics } from './metrics.js';
import { OpsServer } from './ops-server.js';
import { Readiness } from './readiness.js';

/** Logs, metrics, readiness and the operations port of a process. */
@Global()
@Module({})
export class TelemetryModule {
  static with(logger: Logger): DynamicModule {
    return {
      module: TelemetryModule,
      imports: [DatabaseModule, loggingModule(logger)],
      providers: [Metrics, Readiness, OpsServer],
      exports: [Metrics, Readiness, OpsServer],
    };
  }
}
