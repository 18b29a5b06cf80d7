export { type AuditVerdict, sealAudit, verifyAuditChain } from './audit-chain.js';
export { DeadLetters, type DeadLetter } from './dead-letters.reader.js';
export {
  defineJob,
  definedJobs,
  type DueTime,
  type JobDefinition,
  QUEUE_NAMES,
  type QueueName,
} from './define-job.js';
export { drainJobs } from './drain-jobs.js';
export type { JobContext, JobHandler } from './job-handler.js';
export { JobRegistry } from './job-registry.js';
export { JobScheduler } from './job-scheduler.js';
export { type EnqueueOptions, Jobs } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { migrateQueue } from './migrate-queue.js';
export { OutboxReconciler } from './outbox-reconciler.js';
export { OutboxRelay } from './outbox-relay.js';
export { QueueLease } from './queue-lease.js';
export { QueueWorkerModule } from './queue-worker.module.js';
export { QueueModule } from './queue.module.js';
export { Queues } from './queues.js';
export { TimerClock } from './timer-clock.js';
export { type Timer, Timers } from './timers.js';
export { WorkerSettings } from './worker-settings.js';
