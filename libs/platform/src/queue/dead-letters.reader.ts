import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import type { Job } from 'bullmq';
import { QUEUE_NAMES, type QueueName } from './define-job.js';
import type { JobData } from './job-data.js';
import { Queues } from './queues.js';

/** A job that failed for good. It stays until somebody retries it. */
export interface DeadLetter {
  readonly id: string;
  readonly name: string;
  readonly queue: QueueName;
  readonly failedReason: string;
  readonly attempts: number;
  readonly requestId: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
}

/** The dead letters of all queues, for staff. */
@Injectable()
export class DeadLetters {
  constructor(private readonly queues: Queues) {}

  /** The latest `limit` of them, newest first. */
  async list(limit = 100): Promise<DeadLetter[]> {
    const found = await Promise.all(
      QUEUE_NAMES.map(async (queue) =>
        (await this.queues.of(queue).getFailed(0, limit - 1)).map((job) => letter(queue, job)),
      ),
    );
    return found
      .flat()
      .sort((a, b) => b.at.localeCompare(a.at))
      .slice(0, limit);
  }

  /**
   * Lets the job run again, with all its attempts.
   *
   * @throws NotFound when there is no such dead letter
   */
  async retry(queue: QueueName, id: string): Promise<void> {
    const job = await this.queues.of(queue).getJob(id);
    if (!job || !(await job.isFailed())) throw new NotFound();
    await job.retry('failed', { resetAttemptsMade: true });
  }
}

function letter(queue: QueueName, job: Job<JobData, void>): DeadLetter {
  return {
    id: job.id ?? '',
    name: job.name,
    queue,
    failedReason: job.failedReason,
    attempts: job.attemptsMade,
    requestId: job.data.requestId,
    at: new Date(job.finishedOn ?? job.timestamp).toISOString(),
  };
}
