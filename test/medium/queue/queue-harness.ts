import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Redis } from 'ioredis';
import type { DomainEvents, DomainEventType } from '#libs/contracts';
import { systemActor } from '#libs/kernel';
import { ConfigModule, type TtnConfig } from '#libs/platform/config';
import { DatabaseModule, newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import {
  type JobContext,
  type JobDefinition,
  type JobHandler,
  JobsModule,
  QueueWorkerModule,
  type WorkerSettings,
} from '#libs/platform/queue';
import { type TestDatabase, testDatabase } from '../../support/test-database.js';
import { type RedisServer, startRedis } from './redis-server.js';

export type Backend = 'postgres' | 'redis';

/** Quick enough for tests; the proportions are those of the product. */
const PACE: Partial<WorkerSettings> = {
  grace: 600,
  reconcileEvery: 150,
  relayEvery: 200,
  lockDuration: 1_000,
  stalledInterval: 400,
  expected: () => [],
};

/** One database and one queue server, and as many workers on them as a test wants. */
export class QueueHarness {
  private readonly workers: INestApplicationContext[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly config: TtnConfig,
    private readonly redis: RedisServer | undefined,
  ) {}

  static async start(backend: Backend): Promise<QueueHarness> {
    const database = await testDatabase();
    await database.query('create table effect (event_id text not null, worker text not null)');
    await database.query('grant select, insert on effect to ttn_app');
    const redis = backend === 'redis' ? await startRedis() : undefined;
    return new QueueHarness(database, database.config(redis ? { REDIS_URL: redis.url } : {}), redis);
  }

  async stop(): Promise<void> {
    await this.stopWorkers();
    await this.redis?.stop();
    await this.database.drop();
  }

  async startWorker(
    handlers: Type<JobHandler<never>>[],
    settings: Partial<WorkerSettings> = {},
  ): Promise<INestApplicationContext> {
    @Module({
      imports: [
        ConfigModule.with(this.config),
        DatabaseModule,
        QueueWorkerModule.with({ ...PACE, ...settings }),
        JobsModule.forHandlers(handlers),
      ],
    })
    class TestWorkerModule {}
    const worker = await NestFactory.createApplicationContext(TestWorkerModule, {
      logger: false,
      abortOnError: false,
    });
    this.workers.push(worker);
    return worker;
  }

  async stopWorker(worker: INestApplicationContext): Promise<void> {
    this.workers.splice(this.workers.indexOf(worker), 1);
    await worker.close();
  }

  /** Stops all workers and forgets everything, so that the next test starts from nothing. */
  async clear(): Promise<void> {
    await this.stopWorkers();
    await this.emptyQueues();
    await this.database.query('truncate outbox_event, job_effect, job_run, effect');
  }

  /** Loses the queue as a whole, while workers run on it. */
  async emptyQueues(): Promise<void> {
    if (!this.redis) {
      await this.database.query(
        'truncate bullmq.job, bullmq.job_dependency, bullmq.job_log, bullmq.event, bullmq.meta, bullmq.dedup',
      );
      return;
    }
    const client = new Redis(this.redis.url);
    await client.flushall();
    await client.quit();
  }

  /** Commits one event per subject in one transaction; answers the ids of the events. */
  emit<EventType extends DomainEventType>(
    worker: INestApplicationContext,
    type: EventType,
    payload: DomainEvents[EventType],
    subjects: readonly string[],
  ): Promise<string[]> {
    return worker
      .get(UnitOfWork)
      .run(systemActor('a-click'), async (tx) =>
        subjects.map((id) => tx.emit(type, { aggregateType: 'thing', aggregateId: id, seq: 1 }, payload)),
      );
  }

  async effects(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('select event_id as id from effect order by 1');
    return rows.map(({ id }) => id);
  }

  private async stopWorkers(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.close()));
  }
}

/** A handler class as a feature would write it, from its definition and what it does. */
export function handlerOf<Payload>(
  define: () => JobDefinition<Payload>,
  perform: (payload: Payload, context: JobContext) => Promise<void>,
): Type<JobHandler<Payload>> {
  return class TestJob implements JobHandler<Payload> {
    readonly job = define();
    perform(payload: Payload, context: JobContext): Promise<void> {
      return perform(payload, context);
    }
  };
}

export function recordEffect(tx: Transaction, eventId: string, worker = 'any'): Promise<number> {
  return tx.execute('insert into effect (event_id, worker) values ($1, $2)', [eventId, worker]);
}

export function subjects(count: number): string[] {
  return Array.from({ length: count }, () => newId());
}

/** A gate that jobs wait at until it is opened. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
