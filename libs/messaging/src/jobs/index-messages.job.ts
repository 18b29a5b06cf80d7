import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobHandler } from '#libs/platform/queue';
import { IndexMessages } from '../app/index-messages.js';

const EVERY_MINUTE = 60_000;

/** Brings the search in messages up to date, so that whoever searches finds it done. */
@Injectable()
export class IndexMessagesJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({ name: 'index-messages', queue: 'maintenance', every: EVERY_MINUTE });

  constructor(private readonly indexMessages: IndexMessages) {}

  async perform(): Promise<void> {
    await this.indexMessages.everything();
  }
}
