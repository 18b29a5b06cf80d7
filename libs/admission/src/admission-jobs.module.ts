import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { AdmissionModule } from './admission.module.js';
import { ApplyDecisionJob } from './jobs/apply-decision.job.js';
import { ExpireRecommendationJob } from './jobs/expire-recommendation.job.js';
import { ReleaseReviewsJob } from './jobs/release-reviews.job.js';
import { RemindRecommenderJob } from './jobs/remind-recommender.job.js';

@Module({
  imports: [
    JobsModule.forHandlers(
      [ApplyDecisionJob, ExpireRecommendationJob, ReleaseReviewsJob, RemindRecommenderJob],
      [AdmissionModule],
    ),
  ],
})
export class AdmissionJobsModule {}
