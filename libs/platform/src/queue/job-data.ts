import type { BulkJobOptions } from 'bullmq';
import type { JobDefinition } from './define-job.js';

/** What lies in the queue: ids and little else, never personal data. */
export interface JobData {
  readonly payload: unknown;
  readonly requestId: string;
  /** When the cause of the job was certainly committed, RFC 3339, by the clock of the database. */
  readonly enqueuedAt: string;
}

export interface QueuedJob {
  readonly name: string;
  readonly data: JobData;
  readonly opts: BulkJobOptions;
}

const ATTEMPTS = 8;
const BACKOFF = 1_000;
/** A scheduled job that fails comes again by itself: its dead letters are kept 30 days, in seconds. */
const SCHEDULED_DEAD_KEPT = 30 * 86_400;

/** Id of the job an event or a due time starts: the same however often it is enqueued. BullMQ forbids `:`. */
export function jobIdOf(jobName: string, cause: string): string {
  return `${jobName}_${cause}`;
}

/** A job as BullMQ wants it. `cause` is an event id, a due time, or a new id. */
export function queuedJob(
  { name, every, attempts = ATTEMPTS, backoff = BACKOFF }: JobDefinition<never>,
  cause: string,
  data: JobData,
  delay?: number,
): QueuedJob {
  return {
    name,
    data,
    opts: {
      jobId: jobIdOf(name, cause),
      attempts,
      backoff: { type: 'exponential', delay: backoff },
      removeOnComplete: true,
      removeOnFail: every ? { age: SCHEDULED_DEAD_KEPT } : false,
      ...(delay ? { delay } : {}),
    },
  };
}
