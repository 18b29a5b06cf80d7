import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { TellUnread } from '../app/tell-unread.js';

/** Looks for messages that wait unread while their reader is away. */
@Injectable()
export class TellUnreadJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({ name: 'tell-unread', queue: 'default', every: 10_000, attempts: 1 });

  constructor(private readonly tellUnread: TellUnread) {}

  async perform(_due: DueTime, context: JobContext): Promise<void> {
    const found = await this.tellUnread.prepare();
    if (found.seats.length + found.settledIds.length === 0) return;
    await context.once((tx) => this.tellUnread.write(tx, found));
  }
}
