import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { IdentityModule } from './identity.module.js';
import { CollectDataExportJob } from './jobs/collect-data-export.job.js';
import { ErasePersonJob } from './jobs/erase-person.job.js';
import { ForgetRegistrationsJob } from './jobs/forget-registrations.job.js';
import { ForgetSessionsJob } from './jobs/forget-sessions.job.js';

/** The housekeeping of sign-in, copies of personal data, and erasure. */
@Module({
  imports: [
    JobsModule.forHandlers(
      [CollectDataExportJob, ErasePersonJob, ForgetRegistrationsJob, ForgetSessionsJob],
      [IdentityModule],
    ),
  ],
})
export class IdentityJobsModule {}
