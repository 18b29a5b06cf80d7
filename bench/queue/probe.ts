import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { EventEnvelope } from '#libs/contracts';
import { ConfigModule, type TtnConfig } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import {
  defineJob,
  type JobHandler,
  JobRegistry,
  JobsModule,
  QueueModule,
  QueueWorkerModule,
} from '#libs/platform/queue';

/** A job that does nothing but note when it began. */
export const PROBE = defineJob<EventEnvelope>({
  name: 'probe',
  queue: 'default',
  on: ['profile.changed'],
});

/** When jobs began, in milliseconds since 1970, by the id of their event. */
export const starts = new Map<string, number>();

/** Parts of milliseconds too, and the same in every process of the machine. */
export const now = (): number => performance.timeOrigin + performance.now();

class ProbeJob implements JobHandler<EventEnvelope> {
  readonly job = PROBE;

  async perform({ id }: EventEnvelope): Promise<void> {
    starts.set(id, now());
  }
}

/** A worker as in production, relay and runtime and all, with the probe for its only feature. */
export function createWorker(config: TtnConfig): Promise<INestApplicationContext> {
  @Module({
    imports: [
      ConfigModule.with(config),
      DatabaseModule,
      QueueWorkerModule.with(),
      JobsModule.forHandlers([ProbeJob]),
    ],
  })
  class BenchWorker {}
  return NestFactory.createApplicationContext(BenchWorker, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
}

/** The parts a relay needs and nothing that runs by itself. */
export async function createRelayParts(config: TtnConfig): Promise<INestApplicationContext> {
  @Module({ imports: [ConfigModule.with(config), DatabaseModule, QueueModule] })
  class BenchRelay {}
  const app = await NestFactory.createApplicationContext(BenchRelay, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.get(JobRegistry).add(new ProbeJob());
  return app;
}
