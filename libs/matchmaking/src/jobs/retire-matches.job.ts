import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { RetireMatches } from '../app/retire-matches.js';

const EVERY_HOUR = 3_600_000;

/** Takes what time has ended off the lists. */
@Injectable()
export class RetireMatchesJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({ name: 'retire-matches', queue: 'maintenance', every: EVERY_HOUR });

  constructor(private readonly retireMatches: RetireMatches) {}

  async perform(_due: DueTime, context: JobContext): Promise<void> {
    const ended = await this.retireMatches.prepare();
    if (ended.length > 0) await context.once((tx) => this.retireMatches.write(tx, ended));
  }
}
