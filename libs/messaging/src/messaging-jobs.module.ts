import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { ForgetContactsJob } from './jobs/forget-contacts.job.js';
import { IndexMessagesJob } from './jobs/index-messages.job.js';
import { MessagingModule } from './messaging.module.js';

@Module({ imports: [JobsModule.forHandlers([IndexMessagesJob, ForgetContactsJob], [MessagingModule])] })
export class MessagingJobsModule {}
