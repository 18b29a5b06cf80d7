import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import type { DueTime } from './define-job.js';
import { jobIdOf, queuedJob } from './job-data.js';
import { JobRegistry } from './job-registry.js';
import { Queues } from './queues.js';
import { WakeLoop } from './wake-loop.js';

/** A scheduled job that was lost with the queue comes back within this time. */
const LOOK_AGAIN = 30_000;

/**
 * Starts the jobs that run `every` so often. Time is cut into periods by the clock of the database; the job
 * of a period has one id and one effect, so any number of schedulers start it once, whatever their clocks
 * say. After a standstill the current period is made up for, older ones are not.
 */
@Injectable()
export class JobScheduler implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobScheduler.name);
  private readonly loop = new WakeLoop(
    () => this.startDue(),
    (error) => {
      this.logger.error({ msg: 'The scheduler failed and will try again', err: error });
    },
  );

  constructor(
    private readonly database: Database,
    private readonly registry: JobRegistry,
    private readonly queues: Queues,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  /** Ends with the turn under way. */
  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Enqueues what is due and not yet done; answers the milliseconds until something is due again. */
  async startDue(): Promise<number> {
    const now =
      (await this.database.row<{ now: Date }>('select clock_timestamp() as now'))?.now ?? new Date();
    const due = this.registry.jobs().flatMap((job) => {
      if (!job.every) return [];
      const start = Math.floor(now.getTime() / job.every) * job.every;
      return [{ job, start, id: jobIdOf(job.name, String(start)), next: start + job.every - now.getTime() }];
    });
    const done = new Set(
      (
        await this.database.rows<{ key: string }>('select key from job_effect where key = any($1)', [
          due.map(({ id }) => id),
        ])
      ).map(({ key }) => key),
    );
    for (const { job, start, id } of due.filter((one) => !done.has(one.id))) {
      const payload: DueTime = { dueAt: new Date(start).toISOString() };
      const data = { payload, requestId: id, enqueuedAt: now.toISOString() };
      await this.queues.add(job.queue, [queuedJob(job, String(start), data)]);
    }
    return Math.min(LOOK_AGAIN, ...due.map(({ next }) => next + 1));
  }
}
