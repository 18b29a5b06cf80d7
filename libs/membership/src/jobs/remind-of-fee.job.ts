import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { MoveDueMembership } from '../app/move-due-membership.js';
import { REMIND_OF_FEE } from '../app/timed-moves.js';

/** Reminds an organization of a fee before its membership lapses or expires. */
@Injectable()
export class RemindOfFeeJob implements JobHandler<{ membershipId: string }> {
  readonly job = REMIND_OF_FEE;

  constructor(private readonly memberships: MoveDueMembership) {}

  async perform({ membershipId }: { membershipId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.memberships.remind(tx, membershipId));
  }
}
