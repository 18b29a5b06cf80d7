import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { FileRepository } from '../data/file.repository.js';
import { UploadLeases } from '../uploads/upload-leases.js';
import { RemoveFile } from './remove-file.js';

const AT_A_TIME = 100;

/** Deletes uploads that were not finished in time, and files that belong to nothing for a day. Answers how many. */
@Injectable()
export class SweepFiles {
  constructor(
    private readonly database: Database,
    private readonly files: FileRepository,
    private readonly leases: UploadLeases,
    private readonly removeFile: RemoveFile,
  ) {}

  async execute(requestId: string, signal: AbortSignal): Promise<number> {
    let removed = 0;
    for (let found = AT_A_TIME; found === AT_A_TIME && !signal.aborted;) {
      const expired = await this.files.findExpired(this.database, AT_A_TIME);
      found = expired.length;
      for (const file of expired) {
        const gone = await this.leases.hold(file.id, () =>
          this.removeFile.execute(systemActor(requestId), file, 'expire'),
        );
        if (gone) removed += 1;
      }
    }
    return removed;
  }
}
