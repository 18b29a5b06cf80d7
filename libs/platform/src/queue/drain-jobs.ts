import type { INestApplicationContext } from '@nestjs/common';
import { JobRuntime } from './job-runtime.js';
import { JobScheduler } from './job-scheduler.js';
import { OutboxReconciler } from './outbox-reconciler.js';
import { OutboxRelay } from './outbox-relay.js';

/** Starts no more work in this worker; resolves when every running job has finished or was handed back. */
export async function drainJobs(app: INestApplicationContext): Promise<void> {
  const parts = [OutboxRelay, OutboxReconciler, JobScheduler, JobRuntime];
  await Promise.all(parts.map((part) => app.get<{ stop(): Promise<void> }>(part).stop()));
}
