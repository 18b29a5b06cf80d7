import type { INestApplicationContext } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { systemActor } from '#libs/kernel';
import { loadConfig, type TtnConfig } from '#libs/platform/config';
import { Listener, newId, UnitOfWork } from '#libs/platform/database';
import { JobRegistry, OutboxRelay, Queues, WorkerSettings } from '#libs/platform/queue';
import { Child } from '../setting/child.js';
import type { Closing } from '../setting/closing.js';
import { type Figure, figure, quantile, rounded } from '../setting/figures.js';
import { atLeast, atMost, type Goal, machine, type Report } from '../setting/report.js';
import { ThrowAwayDatabase } from '../setting/throw-away-database.js';
import { createRelayParts, now } from './probe.js';
import { startRedis } from './redis-server.js';

/** Events that come one by one, far below what the worker can take, at uneven times. */
const SINGLE_EVENTS = 400;
const MEAN_PAUSE_MS = 25;
const WARM_UP_EVENTS = 50;
const PATIENCE_MS = 15_000;

const BACKLOG = 10_000;
const ROUNDS = 5;

const DELAY_LIMIT_MS = 20;
const RATE_LIMIT = 5_000;

interface Delays {
  readonly events: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

interface BackendFigures {
  readonly backend: 'postgres' | 'redis';
  /** From just before the outbox row is written and committed to the first line of the job's handler. */
  readonly delayMilliseconds: Delays;
  /** A relay alone with a backlog. */
  readonly relayedPerSecond: Figure;
}

export interface QueueReport extends Report {
  readonly method: object;
  readonly backends: readonly BackendFigures[];
}

/** Outbox to job, on PostgreSQL and, where a redis-server is installed, on Redis. */
export async function benchQueue(closing: Closing): Promise<QueueReport> {
  const before = machine();
  const database = await ThrowAwayDatabase.start(closing);
  const variables = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    DATABASE_URL: database.url,
    TTN_SECRET: randomBytes(32).toString('base64url'),
    TTN_DATA_DIR: database.directory,
  };
  const backends = [await measure('postgres', database, variables, closing)];
  const redis = await startRedis(closing);
  if (redis) backends.push(await measure('redis', database, { ...variables, REDIS_URL: redis }, closing));
  return {
    bench: 'queue',
    machine: before,
    method: {
      singleEvents: SINGLE_EVENTS,
      meanPauseMilliseconds: MEAN_PAUSE_MS,
      backlog: BACKLOG,
      rounds: ROUNDS,
    },
    backends,
    goals: backends.flatMap(goalsOf),
  };
}

function goalsOf({ backend, delayMilliseconds, relayedPerSecond }: BackendFigures): Goal[] {
  return [
    atMost(`outbox to job start on ${backend}: p50, milliseconds`, DELAY_LIMIT_MS, delayMilliseconds.p50),
    atLeast(`outbox to enqueued on ${backend}: events per second`, RATE_LIMIT, relayedPerSecond.median),
  ];
}

async function measure(
  backend: 'postgres' | 'redis',
  database: ThrowAwayDatabase,
  variables: Record<string, string>,
  closing: Closing,
): Promise<BackendFigures> {
  const app = await createRelayParts(configOf(variables));
  closing.add(() => app.close());
  const delayMilliseconds = await measureDelays(app, variables, closing);
  const rates: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const rate = await measureRelay(app, database);
    if (round >= 0) rates.push(rate); // the first one warms up
  }
  return { backend, delayMilliseconds, relayedPerSecond: figure(rates) };
}

const configOf = (variables: Record<string, string>): TtnConfig => loadConfig(variables);

/** This process writes, a worker process relays and runs. */
async function measureDelays(
  app: INestApplicationContext,
  variables: Record<string, string>,
  closing: Closing,
): Promise<Delays> {
  const worker = await Child.start(new URL('./worker-process.js', import.meta.url), variables);
  closing.add(() => worker.stop());
  const unitOfWork = app.get(UnitOfWork);
  const written = new Map<string, number>();
  const deadline = now() + SINGLE_EVENTS * MEAN_PAUSE_MS + PATIENCE_MS;
  for (let event = 0; event < WARM_UP_EVENTS + SINGLE_EVENTS; event += 1) {
    const { id, at } = await emitOne(unitOfWork);
    if (event >= WARM_UP_EVENTS) written.set(id, at);
    await pause(2 * MEAN_PAUSE_MS * Math.random());
  }
  let starts = new Map<string, number>();
  do {
    await pause(200);
    const answer = await worker.ask<{ starts: [string, number][] }>({ type: 'starts' });
    starts = new Map(answer.starts);
  } while ([...written.keys()].some((id) => !starts.has(id)) && now() < deadline);
  await worker.stop();
  const delays = [...written].map(([id, at]) => (starts.get(id) ?? NaN) - at);
  const missing = delays.filter((delay) => Number.isNaN(delay)).length;
  if (missing > 0) throw new Error(`${missing} of ${delays.length} jobs did not begin in time.`);
  return {
    events: delays.length,
    p50: rounded(quantile(delays, 0.5)),
    p95: rounded(quantile(delays, 0.95)),
    p99: rounded(quantile(delays, 0.99)),
  };
}

async function emitOne(unitOfWork: UnitOfWork): Promise<{ id: string; at: number }> {
  return unitOfWork.run(systemActor(newId()), async (tx) => {
    const id = tx.emit('profile.changed', { aggregateType: 'profile', aggregateId: newId(), seq: 1 }, {});
    return { id, at: now() };
  });
}

/** Events per second from the outbox into an empty queue, by one relay and no worker. */
async function measureRelay(app: INestApplicationContext, database: ThrowAwayDatabase): Promise<number> {
  await database.query('truncate outbox_event, job_effect, job_run');
  const queues = app.get(Queues);
  await queues.of('default').obliterate({ force: true });
  await app.get(UnitOfWork).run(systemActor(newId()), async (tx) => {
    for (let event = 0; event < BACKLOG; event += 1) {
      tx.emit('profile.changed', { aggregateType: 'profile', aggregateId: newId(), seq: 1 }, {});
    }
  });
  await database.query('analyze outbox_event');
  const relay = new OutboxRelay(
    app.get(UnitOfWork),
    app.get(Listener),
    app.get(JobRegistry),
    queues,
    new WorkerSettings(),
  );
  const began = now();
  let relayed = 0;
  while (relayed < BACKLOG) relayed += await relay.relayWaiting();
  const seconds = (now() - began) / 1000;
  const { waiting = 0 } = await queues.of('default').getJobCounts('waiting');
  if (waiting !== BACKLOG) throw new Error(`${BACKLOG} events went in and ${waiting} jobs wait.`);
  return relayed / seconds;
}
