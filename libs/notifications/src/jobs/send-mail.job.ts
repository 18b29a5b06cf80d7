import { Injectable } from '@nestjs/common';
import { defineJob, type JobHandler } from '#libs/platform/queue';
import { SendMail } from '../app/send-mail.js';

export const SEND_MAIL = defineJob<{ mailId: string }>({ name: 'send-mail', queue: 'mail', attempts: 3 });

/** Sends one mail that has just been written. The row says how it went; this job fails with the database only. */
@Injectable()
export class SendMailJob implements JobHandler<{ mailId: string }> {
  readonly job = SEND_MAIL;

  constructor(private readonly sendMail: SendMail) {}

  async perform({ mailId }: { mailId: string }): Promise<void> {
    await this.sendMail.one(mailId);
  }
}
