import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { REMIND_RECEIVER, type InterestDue } from '../app/interest-clock.js';
import { WatchInterests } from '../app/watch-interests.js';

/** Recalls interests that wait for an answer to their receivers. */
@Injectable()
export class RemindReceiverJob implements JobHandler<InterestDue> {
  readonly job = REMIND_RECEIVER;

  constructor(private readonly watch: WatchInterests) {}

  async perform({ interestId }: InterestDue, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.remind(tx, interestId));
  }
}
