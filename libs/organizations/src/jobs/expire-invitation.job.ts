import { Injectable } from '@nestjs/common';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ExpireInvitation } from '../app/expire-invitation.js';
import { EXPIRE_INVITATION } from '../app/invitation-expiry.js';

/** Started by the timer that was set when the invitation was sent. */
@Injectable()
export class ExpireInvitationJob implements JobHandler<{ invitationId: string }> {
  readonly job = defineJob(EXPIRE_INVITATION);

  constructor(private readonly expireInvitation: ExpireInvitation) {}

  async perform({ invitationId }: { invitationId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.expireInvitation.execute(tx, invitationId));
  }
}
