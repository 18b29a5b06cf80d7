export { DeadLetters, type DeadLetter } from './dead-letters.reader.js';
export {
  defineJob,
  definedJobs,
  type DueTime,
  type JobDefinition,
  QUEUE_NAMES,
  type QueueName,
} from './define-job.js';
export type { JobContext, JobHandler } from './job-handler.js';
export { JobRegistry } from './job-registry.js';
export { type EnqueueOptions, Jobs } from './jobs.js';
export { JobsModule } from './jobs.module.js';
export { migrateQueue } from './migrate-queue.js';
export { QueueModule } from './queue.module.js';
