import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { RefreshMatchesJob } from './jobs/refresh-matches.job.js';
import { RefreshOrganizationJob } from './jobs/refresh-organization.job.js';
import { RetireMatchesJob } from './jobs/retire-matches.job.js';
import { MatchmakingModule } from './matchmaking.module.js';

@Module({
  imports: [
    JobsModule.forHandlers(
      [RefreshMatchesJob, RefreshOrganizationJob, RetireMatchesJob],
      [MatchmakingModule],
    ),
  ],
})
export class MatchmakingJobsModule {}
