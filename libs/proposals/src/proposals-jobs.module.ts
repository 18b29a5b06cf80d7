import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { EndWaitingJob } from './jobs/end-waiting.job.js';
import { ExpireCoauthorJob } from './jobs/expire-coauthor.job.js';
import { JoinConsortiumRoomJob } from './jobs/join-consortium-room.job.js';
import { ProposalsModule } from './proposals.module.js';

@Module({
  imports: [
    JobsModule.forHandlers([EndWaitingJob, ExpireCoauthorJob, JoinConsortiumRoomJob], [ProposalsModule]),
  ],
})
export class ProposalsJobsModule {}
