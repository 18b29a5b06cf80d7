import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { ExpireReviewsJob } from './jobs/expire-reviews.job.js';
import { ReleaseDutiesJob } from './jobs/release-duties.job.js';
import { RemindReviewersJob } from './jobs/remind-reviewers.job.js';
import { ReopenReviewsJob } from './jobs/reopen-reviews.job.js';
import { ReviewsModule } from './reviews.module.js';

@Module({
  imports: [
    JobsModule.forHandlers(
      [ExpireReviewsJob, ReleaseDutiesJob, RemindReviewersJob, ReopenReviewsJob],
      [ReviewsModule],
    ),
  ],
})
export class ReviewsJobsModule {}
