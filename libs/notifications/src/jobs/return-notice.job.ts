import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { RETURN_NOTICE, SortNotices } from '../app/sort-notices.js';

/** Brings a row of the inbox back when the time it was put off for is over. */
@Injectable()
export class ReturnNoticeJob implements JobHandler<{ noticeId: string }> {
  readonly job = RETURN_NOTICE;

  constructor(private readonly sort: SortNotices) {}

  async perform({ noticeId }: { noticeId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.sort.comeBack(tx, noticeId));
  }
}
