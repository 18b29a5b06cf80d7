import { Injectable } from '@nestjs/common';
import { Database, newId } from '#libs/platform/database';
import { definedJobs, type JobDefinition } from './define-job.js';
import { queuedJob } from './job-data.js';
import { Queues } from './queues.js';

export interface EnqueueOptions {
  /** Earliest start, in milliseconds from now. */
  readonly delayMs?: number;
  /** Names the piece of work: enqueued twice under the same id, it is done once. Default: a new id. */
  readonly jobId?: string;
  /** Leads back to the click. Default: the id of the job. */
  readonly requestId?: string;
}

/**
 * Enqueues work outside events. The normal way is an event: it commits with its cause, and the reconciler
 * brings it back when the queue is lost. What is enqueued here is not brought back.
 */
@Injectable()
export class Jobs {
  constructor(
    private readonly queues: Queues,
    private readonly database: Database,
  ) {}

  /** Answers the id of the job. `job` is its definition, or its name if this process has declared it. */
  async enqueue<Payload>(
    job: JobDefinition<Payload> | string,
    payload: Payload,
    options: EnqueueOptions = {},
  ): Promise<string> {
    const definition = typeof job === 'string' ? byName(job) : job;
    const cause = options.jobId ?? newId();
    const clock = await this.database.row<{ now: Date }>('select clock_timestamp() as now');
    const queued = queuedJob(
      definition,
      cause,
      {
        payload,
        requestId: options.requestId ?? cause,
        enqueuedAt: (clock?.now ?? new Date()).toISOString(),
      },
      options.delayMs,
    );
    await this.queues.add(definition.queue, [queued]);
    return queued.opts.jobId ?? cause;
  }
}

function byName(name: string): JobDefinition<never> {
  const definition = definedJobs().find((job) => job.name === name);
  if (!definition) throw new Error(`There is no job "${name}".`);
  return definition;
}
