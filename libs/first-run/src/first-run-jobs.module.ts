import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { FirstRunModule } from './first-run.module.js';
import { ForgetFirstRunJob } from './jobs/forget-first-run.job.js';

/** First runs of persons who are gone. */
@Module({ imports: [JobsModule.forHandlers([ForgetFirstRunJob], [FirstRunModule])] })
export class FirstRunJobsModule {}
