import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ForgetSearches } from '../app/forget-searches.js';

const EVERY_HOUR = 3_600_000;

/** What was taken away and not had back is gone for good. */
@Injectable()
export class ForgetRemovedSearchesJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({
    name: 'forget-removed-searches',
    queue: 'maintenance',
    every: EVERY_HOUR,
  });

  constructor(private readonly forgetSearches: ForgetSearches) {}

  async perform(_due: DueTime, context: JobContext): Promise<void> {
    await context.once((tx) => this.forgetSearches.removed(tx));
  }
}
