import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { REMIND_EXPERT } from '../app/expert-rounds.js';
import { WatchExperts } from '../app/watch-experts.js';

/** Asks an expert again. */
@Injectable()
export class RemindExpertJob implements JobHandler<{ invitationId: string }> {
  readonly job = REMIND_EXPERT;

  constructor(private readonly watch: WatchExperts) {}

  async perform({ invitationId }: { invitationId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.remind(tx, invitationId));
  }
}
