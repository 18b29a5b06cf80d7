import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { WATCH_MILESTONE } from '../app/milestone-timers.js';
import { WatchMilestone } from '../app/watch-milestone.js';

/** Started by the clock of a milestone. */
@Injectable()
export class WatchMilestoneJob implements JobHandler<{ milestoneId: string }> {
  readonly job = WATCH_MILESTONE;

  constructor(private readonly watch: WatchMilestone) {}

  async perform({ milestoneId }: { milestoneId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.within(tx, milestoneId));
  }
}
