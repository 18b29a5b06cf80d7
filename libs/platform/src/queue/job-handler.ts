import type { Actor } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import type { JobDefinition } from './define-job.js';

/** One delivery of one job. */
export interface JobContext {
  /** Leads back to the click that caused this work. */
  readonly requestId: string;
  readonly jobId: string;
  /** 1 for the first run. */
  readonly attempt: number;
  /** Aborted when the worker must stop before the job is done; the job is then handed to another worker. */
  readonly signal: AbortSignal;
  /**
   * Runs `work` in one transaction with the row that says this effect has happened. Answers false, and
   * leaves nothing behind, when it had happened before. Once per delivery; default actor: the system.
   */
  once(work: (tx: Transaction) => Promise<void>, actor?: Actor): Promise<boolean>;
}

/**
 * Carries out one kind of job. Deliveries may come twice and in any order, so `perform` re-reads the truth
 * and does its writing in `context.once`. Errors are rethrown: the queue tries again, then keeps the job as
 * a dead letter.
 */
export interface JobHandler<Payload> {
  readonly job: JobDefinition<Payload>;
  perform(payload: Payload, context: JobContext): Promise<void>;
}
