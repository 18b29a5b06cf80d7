import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { JoinTalkJob } from './jobs/join-talk.job.js';
import { OpenRatingsJob } from './jobs/open-ratings.job.js';
import { StartProjectJob } from './jobs/start-project.job.js';
import { WatchMilestoneJob } from './jobs/watch-milestone.job.js';
import { ProjectsModule } from './projects.module.js';

@Module({
  imports: [
    JobsModule.forHandlers(
      [StartProjectJob, WatchMilestoneJob, OpenRatingsJob, JoinTalkJob],
      [ProjectsModule],
    ),
  ],
})
export class ProjectsJobsModule {}
