import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { QUEUE_NAMES, type QueueName } from './define-job.js';
import type { QueuedJob } from './job-data.js';
import { type JobQueue, QueueBackend } from './queue-backend.js';

/** Up to so many, single adds are faster: a bulk in PostgreSQL makes two temporary tables first. */
const FEW = 3;

/** The queues of this process, each opened when it is first needed. */
@Injectable()
export class Queues implements BeforeApplicationShutdown {
  private readonly open = new Map<QueueName, JobQueue>();

  constructor(private readonly backend: QueueBackend) {}

  of(name: QueueName): JobQueue {
    const queue = this.open.get(name) ?? this.backend.openQueue(name);
    this.open.set(name, queue);
    return queue;
  }

  /** Adds jobs. One whose id is still in the queue, dead or alive, is left as it is. */
  async add(name: QueueName, jobs: QueuedJob[]): Promise<void> {
    const queue = this.of(name);
    if (jobs.length > FEW) await queue.addBulk(jobs);
    else await Promise.all(jobs.map((job) => queue.add(job.name, job.data, job.opts)));
  }

  /** How many jobs wait (also for their time), and how many are dead, in all queues. */
  async counts(): Promise<{ waiting: number; dead: number }> {
    const all = await Promise.all(
      QUEUE_NAMES.map((name) => this.of(name).getJobCounts('waiting', 'delayed', 'failed')),
    );
    return {
      waiting: all.reduce((sum, { waiting = 0, delayed = 0 }) => sum + waiting + delayed, 0),
      dead: all.reduce((sum, { failed = 0 }) => sum + failed, 0),
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.open.values()].map((queue) => queue.close()));
  }
}
