import { Module } from '@nestjs/common';
import { DeadLetters } from './dead-letters.reader.js';
import { JobRegistry } from './job-registry.js';
import { Jobs } from './jobs.js';
import { QueueBackend } from './queue-backend.js';
import { Queues } from './queues.js';

/** What every process may do with jobs: enqueue them and look at the dead ones. Only the worker runs them. */
@Module({
  providers: [QueueBackend, Queues, Jobs, DeadLetters, JobRegistry],
  exports: [QueueBackend, Queues, Jobs, DeadLetters, JobRegistry],
})
export class QueueModule {}
