import { Injectable, Logger } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { SweepFiles } from '../app/sweep-files.js';

/** Deletes uploads that were given up, and files that nothing wants. */
@Injectable()
export class SweepFilesJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({
    name: 'sweep-files',
    queue: 'maintenance',
    every: 600_000,
    attempts: 3,
  });
  private readonly logger = new Logger(SweepFilesJob.name);

  constructor(private readonly sweepFiles: SweepFiles) {}

  async perform(_due: DueTime, { requestId, signal }: JobContext): Promise<void> {
    const removed = await this.sweepFiles.execute(requestId, signal);
    if (removed > 0) this.logger.log({ msg: 'Deleted files nobody wants', removed });
    signal.throwIfAborted();
  }
}
