import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { ExpireInterestJob } from './jobs/expire-interest.job.js';
import { RefreshMatchesJob } from './jobs/refresh-matches.job.js';
import { RefreshOrganizationJob } from './jobs/refresh-organization.job.js';
import { RemindReceiverJob } from './jobs/remind-receiver.job.js';
import { RetireMatchesJob } from './jobs/retire-matches.job.js';
import { TellInterestedJob } from './jobs/tell-interested.job.js';
import { MatchmakingModule } from './matchmaking.module.js';

@Module({
  imports: [
    JobsModule.forHandlers(
      [
        RefreshMatchesJob,
        RefreshOrganizationJob,
        RetireMatchesJob,
        RemindReceiverJob,
        ExpireInterestJob,
        TellInterestedJob,
      ],
      [MatchmakingModule],
    ),
  ],
})
export class MatchmakingJobsModule {}
