import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { AskOutcomeJob } from './jobs/ask-outcome.job.js';
import { ExpireOpportunityJob } from './jobs/expire-opportunity.job.js';
import { RemindOfEndJob } from './jobs/remind-of-end.job.js';
import { OpportunitiesModule } from './opportunities.module.js';

@Module({
  imports: [
    JobsModule.forHandlers([ExpireOpportunityJob, RemindOfEndJob, AskOutcomeJob], [OpportunitiesModule]),
  ],
})
export class OpportunitiesJobsModule {}
