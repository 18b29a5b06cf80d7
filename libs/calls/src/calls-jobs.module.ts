import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { CallsModule } from './calls.module.js';
import { AnnounceCallJob } from './jobs/announce-call.job.js';
import { MoveDueCallJob } from './jobs/move-due-call.job.js';
import { RemindOfClosingJob } from './jobs/remind-of-closing.job.js';
import { TellFollowersJob } from './jobs/tell-followers.job.js';

@Module({
  imports: [
    JobsModule.forHandlers(
      [AnnounceCallJob, MoveDueCallJob, RemindOfClosingJob, TellFollowersJob],
      [CallsModule],
    ),
  ],
})
export class CallsJobsModule {}
