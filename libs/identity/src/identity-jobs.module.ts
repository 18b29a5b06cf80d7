import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { IdentityModule } from './identity.module.js';
import { ForgetSessionsJob } from './jobs/forget-sessions.job.js';

/** The housekeeping of sign-in. */
@Module({ imports: [JobsModule.forHandlers([ForgetSessionsJob], [IdentityModule])] })
export class IdentityJobsModule {}
