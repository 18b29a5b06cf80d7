import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { REMIND_OF_SESSION, type OfReminder } from '../app/timed-jobs.js';
import { WorkClock } from '../app/work-clock.js';

/** Reminds of a session a day, and ten minutes, before it begins. */
@Injectable()
export class RemindOfSessionJob implements JobHandler<OfReminder> {
  readonly job = REMIND_OF_SESSION;

  constructor(private readonly clock: WorkClock) {}

  async perform(payload: OfReminder, context: JobContext): Promise<void> {
    await context.once((tx) => this.clock.remind(tx, payload));
  }
}
