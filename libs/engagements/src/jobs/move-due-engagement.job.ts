import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { MOVE_DUE_ENGAGEMENT, type OfEngagement } from '../app/timed-jobs.js';
import { EngagementClock } from '../app/engagement-clock.js';

/** Ends an agreement that was not signed in time, opens ratings, tells of a late decision. */
@Injectable()
export class MoveDueEngagementJob implements JobHandler<OfEngagement> {
  readonly job = MOVE_DUE_ENGAGEMENT;

  constructor(private readonly clock: EngagementClock) {}

  async perform(payload: OfEngagement, context: JobContext): Promise<void> {
    await context.once((tx) => this.clock.move(tx, payload.engagementId));
  }
}
