import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { SeedCalendars } from '../app/seed-calendars.js';

const DAY = 86_400_000;

/** At the first start, and once a day after it: a new year comes, and so do organizations in new countries. */
@Injectable()
export class SeedCalendarsJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({ name: 'seed-calendars', queue: 'maintenance', every: DAY });

  constructor(private readonly seed: SeedCalendars) {}

  async perform(_due: DueTime, context: JobContext): Promise<void> {
    await context.once((tx) => this.seed.execute(tx));
  }
}
