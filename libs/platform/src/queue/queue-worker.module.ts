import { type DynamicModule, Module } from '@nestjs/common';
import { CleanUpJob } from './clean-up.job.js';
import { JobDelivery } from './job-delivery.js';
import { JobRuntime } from './job-runtime.js';
import { JobScheduler } from './job-scheduler.js';
import { LockGuard } from './lock-guard.js';
import { JobsModule } from './jobs.module.js';
import { OutboxReconciler } from './outbox-reconciler.js';
import { OutboxRelay } from './outbox-relay.js';
import { QueueModule } from './queue.module.js';
import { QueueLease } from './queue-lease.js';
import { TimerClock } from './timer-clock.js';
import { SealAuditJob } from './seal-audit.job.js';
import { WorkerSettings } from './worker-settings.js';

/** What makes a process a worker: relay, reconciler, scheduler, the runtime, and the jobs of the platform. */
@Module({})
export class QueueWorkerModule {
  static with(settings: Partial<WorkerSettings> = {}): DynamicModule {
    return {
      module: QueueWorkerModule,
      imports: [QueueModule, JobsModule.forHandlers([SealAuditJob, CleanUpJob])],
      providers: [
        { provide: WorkerSettings, useValue: new WorkerSettings(settings) },
        JobDelivery,
        JobRuntime,
        QueueLease,
        OutboxRelay,
        OutboxReconciler,
        JobScheduler,
        LockGuard,
        TimerClock,
      ],
      exports: [OutboxRelay, OutboxReconciler, JobScheduler, TimerClock],
    };
  }
}
