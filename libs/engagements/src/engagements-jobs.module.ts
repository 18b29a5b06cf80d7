import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { EngagementsModule } from './engagements.module.js';
import { ChaseAnswerJob } from './jobs/chase-answer.job.js';
import { ConfirmMinutesJob } from './jobs/confirm-minutes.job.js';
import { ForgetCalendarFeedJob } from './jobs/forget-calendar-feed.job.js';
import { MoveDueEngagementJob } from './jobs/move-due-engagement.job.js';
import { RemindOfSessionJob } from './jobs/remind-of-session.job.js';
import { StartEngagementJob } from './jobs/start-engagement.job.js';

@Module({
  imports: [
    JobsModule.forHandlers(
      [
        StartEngagementJob,
        MoveDueEngagementJob,
        RemindOfSessionJob,
        ConfirmMinutesJob,
        ChaseAnswerJob,
        ForgetCalendarFeedJob,
      ],
      [EngagementsModule],
    ),
  ],
})
export class EngagementsJobsModule {}
