import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { DirectoryModule } from './directory.module.js';
import { ForgetRemovedSearchesJob } from './jobs/forget-removed-searches.job.js';
import { ForgetSearchesJob } from './jobs/forget-searches.job.js';
import { ProjectDirectoryJob } from './jobs/project-directory.job.js';
import { ProjectImportJob } from './jobs/project-import.job.js';
import { SweepDirectoryJob } from './jobs/sweep-directory.job.js';
import { TellFoundJob } from './jobs/tell-found.job.js';

@Module({
  imports: [
    JobsModule.forHandlers(
      [
        ForgetRemovedSearchesJob,
        ForgetSearchesJob,
        ProjectDirectoryJob,
        ProjectImportJob,
        SweepDirectoryJob,
        TellFoundJob,
      ],
      [DirectoryModule],
    ),
  ],
})
export class DirectoryJobsModule {}
