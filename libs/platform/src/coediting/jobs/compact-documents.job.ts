import { Injectable, Logger } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { CompactDocuments } from '../app/compact-documents.js';

/** Keeps what has to be read when a document is opened short. */
@Injectable()
export class CompactDocumentsJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({
    name: 'compact-documents',
    queue: 'maintenance',
    every: 60_000,
    attempts: 2,
  });
  private readonly logger = new Logger(CompactDocumentsJob.name);

  constructor(private readonly compactDocuments: CompactDocuments) {}

  async perform(_due: DueTime, { requestId, signal }: JobContext): Promise<void> {
    const compacted = await this.compactDocuments.execute(requestId, signal);
    if (compacted > 0) this.logger.log({ msg: 'Put co-edited documents together', compacted });
  }
}
