import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { EXPIRE_EXPERT_INVITATION } from '../app/expert-rounds.js';
import { WatchExperts } from '../app/watch-experts.js';

/** Ends the wait for an expert who has not answered. */
@Injectable()
export class ExpireExpertInvitationJob implements JobHandler<{ invitationId: string }> {
  readonly job = EXPIRE_EXPERT_INVITATION;

  constructor(private readonly watch: WatchExperts) {}

  async perform({ invitationId }: { invitationId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.watch.expire(tx, invitationId));
  }
}
