import { Injectable, Logger } from '@nestjs/common';
import { sealAudit } from './audit-chain.js';
import { defineJob, type DueTime } from './define-job.js';
import type { JobContext, JobHandler } from './job-handler.js';

/** Seals the audit trail once a minute. The hashes in the log are a witness outside the database. */
@Injectable()
export class SealAuditJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({ name: 'seal-audit', queue: 'maintenance', every: 60_000, attempts: 3 });
  private readonly logger = new Logger(SealAuditJob.name);

  async perform(_due: DueTime, context: JobContext): Promise<void> {
    await context.once(async (tx) => {
      const seals = await sealAudit(tx);
      tx.afterCommit(() => {
        for (const seal of seals) this.logger.log({ msg: 'Audit trail sealed', ...seal });
      });
    });
  }
}
