import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { REMIND_OF_CLOSING } from '../app/call-timers.js';
import { TellFollowers } from '../app/tell-followers.js';

/** Reminds three days before a stage closes. */
@Injectable()
export class RemindOfClosingJob implements JobHandler<{ callId: string }> {
  readonly job = REMIND_OF_CLOSING;

  constructor(private readonly tell: TellFollowers) {}

  async perform({ callId }: { callId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.tell.remind(tx, callId));
  }
}
