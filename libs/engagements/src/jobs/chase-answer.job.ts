import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { CHASE_ANSWER, type OfDeliverable } from '../app/timed-jobs.js';
import { WorkClock } from '../app/work-clock.js';

/** Reminds of a deliverable without an answer, and tells the secretariat when that did not help. */
@Injectable()
export class ChaseAnswerJob implements JobHandler<OfDeliverable> {
  readonly job = CHASE_ANSWER;

  constructor(private readonly clock: WorkClock) {}

  async perform(payload: OfDeliverable, context: JobContext): Promise<void> {
    await context.once((tx) => this.clock.chase(tx, payload));
  }
}
