import { Injectable, Logger } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ScanFile } from '../app/scan-file.js';

/** Has a new file scanned at once. Without a verdict it goes on waiting, and `scan-waiting-files` asks again. */
@Injectable()
export class ScanFileJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({ name: 'scan-file', queue: 'default', on: ['file.stored'] });
  private readonly logger = new Logger(ScanFileJob.name);

  constructor(private readonly scanFile: ScanFile) {}

  async perform({ aggregateId }: EventEnvelope, { requestId }: JobContext): Promise<void> {
    try {
      await this.scanFile.execute(aggregateId, requestId);
    } catch (error) {
      this.logger.warn({ msg: 'A file could not be scanned and waits', fileId: aggregateId, err: error });
    }
  }
}
