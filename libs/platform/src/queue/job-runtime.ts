import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Job } from 'bullmq';
import { QUEUE_NAMES, type QueueName } from './define-job.js';
import type { JobData } from './job-data.js';
import { JobDelivery } from './job-delivery.js';
import { JobRegistry } from './job-registry.js';
import { type JobWorker, QueueBackend } from './queue-backend.js';
import { WorkerSettings } from './worker-settings.js';

/** A stall says that a worker died, not that the job is bad: it must not use up the job's life. */
const MAX_STALLS = 50;
const RETRY_AFTER_LOST_CONNECTION = 2_000;

/** Runs jobs: one worker per queue. */
@Injectable()
export class JobRuntime implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobRuntime.name);
  private readonly workers: JobWorker[] = [];
  /** Jobs under way, with the token that proves they are ours. */
  private readonly active = new Map<Job<JobData, void>, string>();
  private becameIdle: (() => void) | undefined;

  constructor(
    private readonly backend: QueueBackend,
    private readonly registry: JobRegistry,
    private readonly delivery: JobDelivery,
    private readonly settings: WorkerSettings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.registry.requireHandlers(this.settings.expected());
    for (const name of QUEUE_NAMES) this.workers.push(this.openWorker(name));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    for (const worker of this.workers) void worker.run();
  }

  /** Takes no more jobs, lets the running ones finish, hands back those that do not in time. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.pause(true)));
    const finished = await this.idleWithin(this.settings.stopWithin);
    if (!finished) await this.handBack();
    await Promise.all(this.workers.map((worker) => worker.close(!finished)));
  }

  private openWorker(name: QueueName): JobWorker {
    const worker = this.backend.openWorker(name, (job, token, signal) => this.run(job, token, signal), {
      concurrency: this.settings.concurrency[name],
      lockDuration: this.settings.lockDuration,
      stalledInterval: this.settings.stalledInterval,
      maxStalledCount: MAX_STALLS,
      runRetryDelay: RETRY_AFTER_LOST_CONNECTION,
    });
    worker.on('failed', (job, error) => {
      this.reportFailure(name, job, error);
    });
    worker.on('stalled', (jobId) => {
      this.logger.warn({ msg: 'A job was taken over from a worker that fell silent', queue: name, jobId });
    });
    return worker;
  }

  private async run(
    job: Job<JobData, void>,
    token = '',
    signal: AbortSignal = new AbortController().signal,
  ): Promise<void> {
    const started = performance.now();
    this.active.set(job, token);
    try {
      const outcome = await this.delivery.deliver(job, signal);
      this.logger.debug({
        msg: `Job ${outcome}`,
        job: job.name,
        jobId: job.id,
        requestId: job.data.requestId,
        milliseconds: Math.round(performance.now() - started),
      });
    } finally {
      this.active.delete(job);
      if (this.active.size === 0) this.becameIdle?.();
    }
  }

  private reportFailure(queue: QueueName, job: Job<JobData, void> | undefined, error: Error): void {
    const attempts = job?.attemptsMade ?? 0;
    const dead = job?.finishedOn !== undefined;
    const entry = {
      msg: dead ? 'A job is dead' : 'A job failed and will run again',
      queue,
      job: job?.name,
      jobId: job?.id,
      requestId: job?.data.requestId,
      attempts,
      err: error,
    };
    if (dead) this.logger.error(entry);
    else this.logger.warn(entry);
  }

  private idleWithin(milliseconds: number): Promise<boolean> {
    if (this.active.size === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        resolve(false);
      }, milliseconds);
      this.becameIdle = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  /** Back to the queue first, so that the abort that follows does not count as a failed attempt. */
  private async handBack(): Promise<void> {
    for (const [job, token] of this.active) {
      this.logger.warn({
        msg: 'A job is handed back',
        job: job.name,
        jobId: job.id,
        requestId: job.data.requestId,
      });
      await job.moveToWait(token).catch((error: unknown) => {
        this.logger.warn({ msg: 'It will be taken over when its lock ends', jobId: job.id, err: error });
      });
    }
    for (const worker of this.workers) worker.cancelAllJobs('the worker stops');
  }
}
