import { NestFactory } from '@nestjs/core';
import { Logger as NestLogger } from 'nestjs-pino';
import type { TtnConfig } from '#libs/platform/config';
import { drainJobs } from '#libs/platform/queue';
import { createLogger, OpsServer, Readiness, runUntilStopped } from '#libs/platform/telemetry';
import { WorkerModule } from './worker.module.js';

/** Runs jobs until the process is told to stop. Exits 0. */
export async function runWorker(config: TtnConfig): Promise<never> {
  const logger = createLogger(config, 'worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config, logger), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(NestLogger));
  const opsPort = await app.get(OpsServer).start();
  app.get(Readiness).start();
  logger.info({ opsPort }, 'ready');
  process.send?.({ type: 'ready' });
  return runUntilStopped(app, { logger, drain: () => drainJobs(app) });
}
