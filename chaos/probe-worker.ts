import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '#libs/platform/config';
import { drainJobs, JobsModule } from '#libs/platform/queue';
import { createLogger, runUntilStopped } from '#libs/platform/telemetry';
import { WorkerModule } from '../apps/worker/src/worker.module.js';
import { ProbeJob } from './probe-job.js';

/** The worker as it is, with one more job: that of the harness. */
const config = loadConfig();
const logger = createLogger(config, 'worker');

@Module({ imports: [WorkerModule.with(config, logger), JobsModule.forHandlers([ProbeJob])] })
class ProbeWorkerModule {}

const app = await NestFactory.createApplicationContext(ProbeWorkerModule, {
  logger: ['error', 'warn'],
  abortOnError: false,
});
process.send?.({ type: 'ready' });
await runUntilStopped(app, { logger, drain: () => drainJobs(app) });
