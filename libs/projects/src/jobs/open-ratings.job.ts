import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { OpenRatings } from '../app/open-ratings.js';
import { OPEN_RATINGS } from '../app/sealed-ratings.js';

/** Started fourteen days after the closing began. */
@Injectable()
export class OpenRatingsJob implements JobHandler<{ projectId: string }> {
  readonly job = OPEN_RATINGS;

  constructor(private readonly open: OpenRatings) {}

  async perform({ projectId }: { projectId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.open.within(tx, projectId));
  }
}
