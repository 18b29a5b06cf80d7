import { Injectable } from '@nestjs/common';
import { type Actor, systemActor } from '#libs/kernel';
import { Database, type Transaction, UnitOfWork } from '#libs/platform/database';
import type { Job } from 'bullmq';
import type { JobData } from './job-data.js';
import type { JobContext, JobHandler } from './job-handler.js';
import { JobRegistry } from './job-registry.js';

/** `passed-over`: the effect had happened, or another run about the same subject has seen it all. */
export type DeliveryOutcome = 'performed' | 'passed-over';

/**
 * One delivery: passes over what has happened already, calls the handler, and records the effect, which the
 * reconciler looks for. A crash in between delivers again.
 */
@Injectable()
export class JobDelivery {
  constructor(
    private readonly registry: JobRegistry,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws whatever the handler throws */
  async deliver(job: Job<JobData, void>, signal: AbortSignal): Promise<DeliveryOutcome> {
    const handler = this.registry.handlerOf(job.name);
    const key = job.id ?? '';
    const subject = subjectOf(handler, job.data);
    const before = await this.database.row<Standing>(STANDING, [key, job.name, subject, job.data.enqueuedAt]);
    if (before?.happened) return 'passed-over';
    if (!before?.covered) await handler.perform(job.data.payload as never, this.contextOf(job, key, signal));
    await this.database.execute(RECORD, [key, job.name, subject, before?.covered ? null : before?.clock]);
    return before?.covered ? 'passed-over' : 'performed';
  }

  private contextOf(job: Job<JobData, void>, key: string, signal: AbortSignal): JobContext {
    const { requestId } = job.data;
    let used = false;
    return {
      requestId,
      jobId: key,
      attempt: job.attemptsMade + 1,
      signal,
      once: async (work, actor = systemActor(requestId)) => {
        if (used) throw new Error(`Job "${job.name}" has one effect: put all of it into one call of once.`);
        used = true;
        return this.once(key, work, actor);
      },
    };
  }

  private once(key: string, work: (tx: Transaction) => Promise<void>, actor: Actor): Promise<boolean> {
    return this.unitOfWork.run(actor, async (tx) => {
      if ((await tx.execute(CLAIM_EFFECT, [key])) === 0) return false;
      await work(tx);
      return true;
    });
  }
}

function subjectOf(handler: JobHandler<never>, data: JobData): string | null {
  return handler.job.deduplicate?.(data.payload as never) ?? null;
}

interface Standing {
  happened: boolean;
  covered: boolean;
  clock: string;
}

const STANDING = `
  select exists (select 1 from job_effect where key = $1) as happened,
         exists (select 1 from job_run where job = $2 and subject = $3 and started_at > $4::timestamptz) as covered,
         to_json(clock_timestamp()) #>> '{}' as clock`;

const CLAIM_EFFECT = `insert into job_effect (key) values ($1) on conflict do nothing`;

const RECORD = `
  with effect as (insert into job_effect (key) values ($1) on conflict do nothing)
  insert into job_run (job, subject, started_at)
  select $2::text, $3::text, $4::timestamptz where $3::text is not null and $4::timestamptz is not null
  on conflict (job, subject) do update set started_at = greatest(job_run.started_at, excluded.started_at)`;
