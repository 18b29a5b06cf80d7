import { Injectable } from '@nestjs/common';
import { defineJob, type DueTime, type JobContext, type JobHandler } from '#libs/platform/queue';
import { SendMail } from '../app/send-mail.js';

/** Sends what waits: second attempts, mails whose worker died, mails whose job was lost. */
@Injectable()
export class SweepMailJob implements JobHandler<DueTime> {
  readonly job = defineJob<DueTime>({ name: 'sweep-mail', queue: 'mail', every: 5_000, attempts: 1 });

  constructor(private readonly sendMail: SendMail) {}

  async perform(_due: DueTime, { signal }: JobContext): Promise<void> {
    await this.sendMail.due(signal);
  }
}
