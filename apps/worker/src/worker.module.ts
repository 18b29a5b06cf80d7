import { type DynamicModule, Module } from '@nestjs/common';
import { AuthModule } from '#libs/platform/auth';
import { CoeditingJobsModule } from '#libs/platform/coediting';
import { ConfigModule, type TtnConfig } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import { FilesJobsModule } from '#libs/platform/files';
import { QueueModule, QueueWorkerModule } from '#libs/platform/queue';
import { type Logger, TelemetryModule } from '#libs/platform/telemetry';
import { FEATURES } from './features.js';
import { JobMetrics } from './job-metrics.js';

/** Jobs of TTN: relay, runtime, schedule, and the handlers of every feature. No routes but health. */
@Module({})
export class WorkerModule {
  static with(config: TtnConfig, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule,
        AuthModule,
        TelemetryModule.with(logger),
        QueueModule,
        QueueWorkerModule.with(),
        FilesJobsModule,
        CoeditingJobsModule,
        ...FEATURES,
      ],
      providers: [JobMetrics],
    };
  }
}
