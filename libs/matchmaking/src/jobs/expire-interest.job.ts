import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { EXPIRE_INTEREST, type InterestDue } from '../app/interest-clock.js';
import { WatchInterests } from '../app/watch-interests.js';

/** Ends interests nobody has answered in time. */
@Injectable()
export class ExpireInterestJob implements JobHandler<InterestDue> {
  readonly job = EXPIRE_INTEREST;

  constructor(private readonly watch: WatchInterests) {}

  async perform({ interestId }: InterestDue, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.expire(tx, interestId));
  }
}
