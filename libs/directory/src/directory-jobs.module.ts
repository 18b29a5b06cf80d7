import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { DirectoryModule } from './directory.module.js';
import { ProjectDirectoryJob } from './jobs/project-directory.job.js';
import { SweepDirectoryJob } from './jobs/sweep-directory.job.js';

@Module({ imports: [JobsModule.forHandlers([ProjectDirectoryJob, SweepDirectoryJob], [DirectoryModule])] })
export class DirectoryJobsModule {}
