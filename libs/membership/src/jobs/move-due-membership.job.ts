import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { MoveDueMembership } from '../app/move-due-membership.js';
import { MOVE_DUE_MEMBERSHIP } from '../app/timed-moves.js';

/** Lets a term lapse, or a membership expire, when its time has come. */
@Injectable()
export class MoveDueMembershipJob implements JobHandler<{ membershipId: string }> {
  readonly job = MOVE_DUE_MEMBERSHIP;

  constructor(private readonly memberships: MoveDueMembership) {}

  async perform({ membershipId }: { membershipId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.memberships.execute(tx, membershipId));
  }
}
