import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ProjectEntries } from '../app/project-entries.js';

const EVERY_HOUR = 3_600_000;
const AT_ONCE = 1_000;

/** Takes opportunities whose last day is over out of the directory. Nobody has seen them since that day. */
@Injectable()
export class SweepDirectoryJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({ name: 'sweep-directory', queue: 'maintenance', every: EVERY_HOUR });

  constructor(private readonly projectEntries: ProjectEntries) {}

  async perform(_due: DueTime, context: JobContext): Promise<void> {
    const overdue = await this.projectEntries.prepareOverdue(AT_ONCE);
    if (overdue.seen.length > 0) await context.once((tx) => this.projectEntries.write(tx, overdue));
  }
}
