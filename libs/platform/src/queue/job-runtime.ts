import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { type Job, WaitingError } from 'bullmq';
import { QUEUE_NAMES, type QueueName } from './define-job.js';
import type { JobData } from './job-data.js';
import { JobDelivery } from './job-delivery.js';
import { JobRegistry } from './job-registry.js';
import { type JobWorker, QueueBackend } from './queue-backend.js';
import { OWNED_QUEUES, QueueLease } from './queue-lease.js';
import { MAX_STALLS, WorkerSettings } from './worker-settings.js';

const RETRY_AFTER_LOST_CONNECTION = 2_000;

/** Runs jobs: one worker per queue. */
@Injectable()
export class JobRuntime implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobRuntime.name);
  private readonly workers: JobWorker[] = [];
  /** Jobs under way, with the token that proves they are ours, and the way to leave them. */
  private readonly active = new Map<Job<JobData, void>, { token: string; leave: AbortController }>();
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly backend: QueueBackend,
    private readonly registry: JobRegistry,
    private readonly delivery: JobDelivery,
    private readonly settings: WorkerSettings,
    private readonly lease: QueueLease,
  ) {}

  /** Before anything listens or relays. */
  onModuleInit(): void {
    this.registry.requireHandlers(this.settings.expected());
  }

  async onApplicationBootstrap(): Promise<void> {
    const workers = QUEUE_NAMES.map((name) => ({ name, worker: this.openWorker(name) }));
    this.workers.push(...workers.map(({ worker }) => worker));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    for (const { name, worker } of workers) {
      if (OWNED_QUEUES.includes(name)) this.runWhileHeld(name, worker);
      else void worker.run();
    }
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  /** Takes no more jobs, lets the running ones finish, hands back those that do not in time. */
  stop(): Promise<void> {
    return (this.stopped ??= this.closeWorkers());
  }

  private async closeWorkers(): Promise<void> {
    const closed = Promise.all(this.workers.map((worker) => worker.close()));
    if (!(await settlesWithin(closed, this.settings.stopWithin))) await this.handBack();
    await closed;
    await this.lease.release();
  }

  /** A worker that lost the lease takes no more jobs; those under way end, and do no harm. */
  private runWhileHeld(name: QueueName, worker: JobWorker): void {
    this.lease.hold(name, {
      gained: () => {
        if (this.stopped) return;
        if (worker.isPaused()) void worker.resume();
        else void worker.run();
      },
      lost: () => {
        void worker.pause(true).catch(this.report(name));
      },
    });
  }

  private report(queue: QueueName) {
    return (error: unknown): void => {
      this.logger.warn({ msg: 'A queue could not be paused', queue, err: error });
    };
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
    lost: AbortSignal = new AbortController().signal,
  ): Promise<void> {
    const started = performance.now();
    const leave = new AbortController();
    this.active.set(job, { token, leave });
    try {
      const signal = AbortSignal.any([lost, leave.signal]);
      const outcome = await Promise.race([this.delivery.deliver(job, signal), handedBack(leave.signal)]);
      this.logger.debug({
        msg: `Job ${outcome}`,
        job: job.name,
        jobId: job.id,
        requestId: job.data.requestId,
        milliseconds: Math.round(performance.now() - started),
      });
    } finally {
      this.active.delete(job);
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

  /** A handler that goes on nevertheless can do no harm: its effect is refused once another has had it. */
  private async handBack(): Promise<void> {
    for (const [job, { token, leave }] of this.active) {
      const entry = { job: job.name, jobId: job.id, requestId: job.data.requestId };
      this.logger.warn({ msg: 'A job is handed back', ...entry });
      await job.moveToWait(token).catch((error: unknown) => {
        this.logger.warn({ msg: 'It will be taken over when its lock ends', ...entry, err: error });
      });
      leave.abort();
    }
  }
}

/** Rejects with the error by which BullMQ knows that the job was moved, which costs no attempt. */
function handedBack(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new WaitingError());
    });
  });
}

async function settlesWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
