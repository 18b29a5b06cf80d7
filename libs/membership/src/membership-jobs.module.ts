import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { CloseVoteJob } from './jobs/close-vote.job.js';
import { EnrolMissingParticipantsJob } from './jobs/enrol-missing-participants.job.js';
import { EnrolParticipantJob } from './jobs/enrol-participant.job.js';
import { MoveDueMembershipJob } from './jobs/move-due-membership.job.js';
import { MoveDueParticipantJob } from './jobs/move-due-participant.job.js';
import { RemindOfFeeJob } from './jobs/remind-of-fee.job.js';
import { RemindParticipantJob } from './jobs/remind-participant.job.js';
import { RemindVotersJob } from './jobs/remind-voters.job.js';
import { MembershipModule } from './membership.module.js';

const HANDLERS = [
  CloseVoteJob,
  EnrolMissingParticipantsJob,
  EnrolParticipantJob,
  MoveDueMembershipJob,
  MoveDueParticipantJob,
  RemindOfFeeJob,
  RemindParticipantJob,
  RemindVotersJob,
];

@Module({ imports: [JobsModule.forHandlers(HANDLERS, [MembershipModule])] })
export class MembershipJobsModule {}
