import { Injectable, Logger } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { defineJob, type DueTime } from './define-job.js';
import type { JobContext, JobHandler } from './job-handler.js';

const PER_STATEMENT = 5_000;

/** Removes what has served its time, in small steps that hold no locks for long. */
@Injectable()
export class CleanUpJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({
    name: 'clean-up',
    queue: 'maintenance',
    every: 3_600_000,
    attempts: 3,
  });
  private readonly logger = new Logger(CleanUpJob.name);

  constructor(private readonly database: Database) {}

  async perform(_due: DueTime, { signal }: JobContext): Promise<void> {
    for (const [table, condition] of EXPIRED) {
      const statement = deletion(table, condition);
      let removed = 0;
      for (let step = PER_STATEMENT; step === PER_STATEMENT && !signal.aborted; removed += step) {
        step = await this.database.execute(statement, [PER_STATEMENT]);
      }
      if (removed > 0) this.logger.log({ msg: 'Cleaned up', table, removed });
    }
    signal.throwIfAborted();
  }
}

/** What may go, in this order: an effect stays as long as its event could still be delivered. */
const EXPIRED: readonly (readonly [table: string, condition: string])[] = [
  ['idempotency_record', `created_at < now() - interval '24 hours'`],
  ['failure_count', `expires_at < now()`],
  ['outbox_event', `done_at < now() - interval '30 days'`],
  [
    'job_effect',
    `at < now() - interval '30 days' and not exists (
       select 1 from outbox_event
       where outbox_event.id = substring(key from '_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$')::uuid
         and outbox_event.done_at is null)`,
  ],
  // The period of a scheduled job is a day at most: two days later nobody starts it again.
  ['job_effect', `at < now() - interval '2 days' and key ~ '_[0-9]{13}$'`],
  // Nothing that was asked before is told so late any more.
  ['notice_answer', `left(moment, 10) < to_char(now() - interval '30 days', 'YYYY-MM-DD')`],
  ['job_run', `started_at < now() - interval '30 days'`],
];

function deletion(table: string, condition: string): string {
  return `delete from ${table} where ctid = any (array(select ctid from ${table} where ${condition} limit $1))`;
}
