import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ScanFile } from '../app/scan-file.js';
import { FileRepository } from '../data/file.repository.js';

/** By then the job of the file itself has had its chance. */
const WAITED_SECONDS = 15;
const AT_A_TIME = 50;

/** Has those scanned that the scanner gave no verdict on: it was down, or is switched off since. */
@Injectable()
export class ScanWaitingFilesJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({
    name: 'scan-waiting-files',
    queue: 'maintenance',
    every: 15_000,
    attempts: 1,
  });

  constructor(
    private readonly database: Database,
    private readonly files: FileRepository,
    private readonly scanFile: ScanFile,
  ) {}

  /** The first failure ends the round: the scanner is down, and the next round is near. */
  async perform(_due: DueTime, { requestId, signal }: JobContext): Promise<void> {
    const waiting = await this.files.findUnscanned(this.database, WAITED_SECONDS, AT_A_TIME);
    for (const id of waiting) {
      signal.throwIfAborted();
      await this.scanFile.execute(id, requestId);
    }
  }
}
