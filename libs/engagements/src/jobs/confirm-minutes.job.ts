import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { CONFIRM_MINUTES, type OfSession } from '../app/timed-jobs.js';
import { WorkClock } from '../app/work-clock.js';

/** Lets minutes stand that nobody objected to. */
@Injectable()
export class ConfirmMinutesJob implements JobHandler<OfSession> {
  readonly job = CONFIRM_MINUTES;

  constructor(private readonly clock: WorkClock) {}

  async perform(payload: OfSession, context: JobContext): Promise<void> {
    await context.once((tx) => this.clock.confirmMinutes(tx, payload));
  }
}
