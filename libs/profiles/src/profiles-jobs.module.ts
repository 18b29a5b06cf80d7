import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { AskAboutStaleFactsJob } from './jobs/ask-about-stale-facts.job.js';
import { ProfilesModule } from './profiles.module.js';

@Module({ imports: [JobsModule.forHandlers([AskAboutStaleFactsJob], [ProfilesModule])] })
export class ProfilesJobsModule {}
