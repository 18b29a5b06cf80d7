import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { EXPIRE_COAUTHOR } from '../app/manage-coauthors.js';
import { WriteAlong } from '../app/write-along.js';

/** Started by the timer that was set when somebody was asked to write along. */
@Injectable()
export class ExpireCoauthorJob implements JobHandler<{ coauthorId: string }> {
  readonly job = EXPIRE_COAUTHOR;

  constructor(private readonly writeAlong: WriteAlong) {}

  async perform({ coauthorId }: { coauthorId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.writeAlong.expire(tx, coauthorId));
  }
}
