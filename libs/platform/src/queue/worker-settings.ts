import type { JobDefinition, QueueName } from './define-job.js';
import { definedJobs } from './define-job.js';

/** A stall says that a worker died, not that the job is bad: it must not use up the job's life. */
export const MAX_STALLS = 50;

/** How a worker paces itself. All times in milliseconds. */
export class WorkerSettings {
  /** Jobs of one queue that one worker runs at the same time. */
  readonly concurrency: Readonly<Record<QueueName, number>> = {
    default: 8,
    matching: 2,
    search: 2,
    mail: 4,
    maintenance: 1,
  };
  /**
   * A job whose worker has not said for so long that it lives is given to another at the next look after it: together
   * within ten seconds.
   */
  readonly lockDuration: number = 7_000;
  readonly stalledInterval: number = 2_500;
  /** Time jobs have to finish when the worker stops; what is not done by then is handed back. */
  readonly stopWithin: number = 8_000;
  /** The relay looks at least so often; normally it is woken. */
  readonly relayEvery: number = 1_000;
  readonly reconcileEvery: number = 10_000;
  /** Time an event's jobs have before the reconciler asks after them. */
  readonly grace: number = 30_000;
  /** The jobs that must have a handler; read at boot. */
  readonly expected: () => readonly JobDefinition<never>[] = definedJobs;

  constructor(changes: Partial<WorkerSettings> = {}) {
    Object.assign(this, changes);
  }
}
