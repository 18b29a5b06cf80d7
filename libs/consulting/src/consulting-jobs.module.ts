import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { ConsultingModule } from './consulting.module.js';
import { ExpireExpertInvitationJob } from './jobs/expire-expert-invitation.job.js';
import { ExpireQuoteJob } from './jobs/expire-quote.job.js';
import { MoveDueRequestJob } from './jobs/move-due-request.job.js';
import { RemindExpertJob } from './jobs/remind-expert.job.js';
import { RemindOfInformationJob } from './jobs/remind-of-information.job.js';

@Module({
  imports: [
    JobsModule.forHandlers(
      [MoveDueRequestJob, RemindOfInformationJob, ExpireExpertInvitationJob, RemindExpertJob, ExpireQuoteJob],
      [ConsultingModule],
    ),
  ],
})
export class ConsultingJobsModule {}
