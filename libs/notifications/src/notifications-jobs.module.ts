import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { DeliverNoticesJob } from './jobs/deliver-notices.job.js';
import { ForgetPersonJob } from './jobs/forget-person.job.js';
import { ReturnNoticeJob } from './jobs/return-notice.job.js';
import { SendDigestJob } from './jobs/send-digest.job.js';
import { SendMailJob } from './jobs/send-mail.job.js';
import { SendPushJob } from './jobs/send-push.job.js';
import { SweepMailJob } from './jobs/sweep-mail.job.js';
import { TellUnreadJob } from './jobs/tell-unread.job.js';
import { NotificationsModule } from './notifications.module.js';

@Module({
  imports: [
    JobsModule.forHandlers(
      [
        DeliverNoticesJob,
        ForgetPersonJob,
        ReturnNoticeJob,
        SendDigestJob,
        SendMailJob,
        SendPushJob,
        SweepMailJob,
        TellUnreadJob,
      ],
      [NotificationsModule],
    ),
  ],
})
export class NotificationsJobsModule {}
