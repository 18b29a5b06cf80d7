import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { Listener, newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { jobIdOf, type QueuedJob, queuedJob } from './job-data.js';
import { JobRegistry } from './job-registry.js';
import { BATCH } from './outbox.js';
import { Queues } from './queues.js';
import { WakeLoop } from './wake-loop.js';
import { WorkerSettings } from './worker-settings.js';

interface TimerRow {
  readonly id: string;
  readonly job: string;
  readonly payload: unknown;
  readonly requestId: string;
  readonly clock: string;
}

/**
 * Starts the jobs of timers that are due, by the clock of the database. Asked again after a grace: a timer whose
 * effect has happened goes, one whose job was lost with the queue starts again. Several clocks share the rows.
 */
@Injectable()
export class TimerClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(TimerClock.name);
  private readonly loop = new WakeLoop(
    () => this.startDue(),
    (error) => {
      this.logger.error({ msg: 'The clock of timers failed and will try again', err: error });
    },
  );

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly listener: Listener,
    private readonly registry: JobRegistry,
    private readonly queues: Queues,
    private readonly settings: WorkerSettings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const wake = (): void => {
      this.loop.wake();
    };
    this.listener.onReconnect(wake);
    await this.listener.listen('timer', wake);
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  /** Ends with the turn under way. */
  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Enqueues what is due; answers the milliseconds until something is due again. */
  startDue(): Promise<number> {
    const jobs = new Map(this.registry.jobs().map((job) => [job.name, job]));
    return this.unitOfWork.run(systemActor(newId()), async (tx) => {
      const timers = await tx.rows<TimerRow>(DUE, [[...jobs.keys()], this.settings.grace, BATCH]);
      const waiting = await this.withoutDone(tx, timers);
      for (const { id, job: name, payload, requestId, clock } of waiting) {
        const job = jobs.get(name);
        if (!job) continue;
        const queued: QueuedJob = queuedJob(job, id, { payload, requestId, enqueuedAt: clock });
        await this.queues.add(job.queue, [queued]);
      }
      if (waiting.length > 0) await tx.execute(START, [waiting.map(({ id }) => id)]);
      if (timers.length === BATCH) return 0;
      const next = await tx.row<{ milliseconds: number | null }>(NEXT, [[...jobs.keys()]]);
      return Math.max(1, Math.min(this.settings.reconcileEvery, next?.milliseconds ?? Infinity));
    });
  }

  /** Removes the timers whose effect has happened; answers the others. */
  private async withoutDone(tx: Transaction, timers: readonly TimerRow[]): Promise<TimerRow[]> {
    if (timers.length === 0) return [];
    const keys = timers.map(({ id, job }) => jobIdOf(job, id));
    const effects = await tx.rows<{ key: string }>('select key from job_effect where key = any($1)', [keys]);
    const happened = new Set(effects.map(({ key }) => key));
    const done = timers.filter(({ id, job }) => happened.has(jobIdOf(job, id)));
    await tx.execute('delete from timer where id = any($1::uuid[])', [done.map(({ id }) => id)]);
    return timers.filter((timer) => !done.includes(timer));
  }
}

const DUE = `
  select id, job, payload, request_id as "requestId", to_json(clock_timestamp()) #>> '{}' as clock from timer
  where due_at <= clock_timestamp() and job = any($1)
    and (started_at is null or started_at < clock_timestamp() - $2 * interval '1 millisecond')
  order by due_at limit $3
  for update skip locked`;

const START = 'update timer set started_at = clock_timestamp() where id = any($1::uuid[])';

const NEXT = `
  select ceil(extract(epoch from min(due_at) - clock_timestamp()) * 1000)::float8 as milliseconds
  from timer where started_at is null and job = any($1)`;
