import { Module } from '@nestjs/common';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { ApplyForMembership } from './app/apply-for-membership.js';
import { AssignSeat } from './app/assign-seat.js';
import { CancelVote } from './app/cancel-vote.js';
import { CastBallot } from './app/cast-ballot.js';
import { CloseVote } from './app/close-vote.js';
import { ConfirmParticipation } from './app/confirm-participation.js';
import { DecideAdmission } from './app/decide-admission.js';
import { EndSeat } from './app/end-seat.js';
import { EnterMembership } from './app/enter-membership.js';
import { UnenteredMembersReader } from './app/unentered-members.reader.js';
import { EnrolParticipants } from './app/enrol-participants.js';
import { ExcomSeatsReader } from './app/excom-seats.reader.js';
import { KeepParticipation } from './app/keep-participation.js';
import { MembershipData } from './app/membership-data.js';
import { MembershipOfPersonRepository } from './data/membership-of-person.repository.js';
import { MembershipAccess } from './app/membership-access.js';
import { MergeObstacles } from './app/merge-obstacles.js';
import { MembershipsReader } from './app/memberships.reader.js';
import { MoveDueMembership } from './app/move-due-membership.js';
import { MoveDueParticipant } from './app/move-due-participant.js';
import { MoveMembership } from './app/move-membership.js';
import { OpenVote } from './app/open-vote.js';
import { ParticipationReader } from './app/participation.reader.js';
import { PutToVote } from './app/put-to-vote.js';
import { ReceiveFee } from './app/receive-fee.js';
import { RecordRatification } from './app/record-ratification.js';
import { RejectMembership } from './app/reject-membership.js';
import { VoteAccess } from './app/vote-access.js';
import { VoteClock } from './app/vote-clock.js';
import { VotesReader } from './app/votes.reader.js';
import { WithdrawMembership } from './app/withdraw-membership.js';
import { BallotEntity } from './data/ballot.entity.js';
import { ExcomSeatEntity } from './data/excom-seat.entity.js';
import { ExcomSeatRepository } from './data/excom-seat.repository.js';
import { MembershipStepEntity } from './data/membership-step.entity.js';
import { MembershipRepository } from './data/membership.repository.js';
import { ParticipationEntity } from './data/participation.entity.js';
import { ParticipationRepository } from './data/participation.repository.js';
import { TpoMembershipEntity } from './data/tpo-membership.entity.js';
import { VoteSeatEntity } from './data/vote-seat.entity.js';
import { VoteEntity } from './data/vote.entity.js';
import { VoteRepository } from './data/vote.repository.js';

const ENTITIES = [
  BallotEntity,
  ExcomSeatEntity,
  MembershipStepEntity,
  ParticipationEntity,
  TpoMembershipEntity,
  VoteEntity,
  VoteSeatEntity,
];
const VERBS = [
  ApplyForMembership,
  AssignSeat,
  CastBallot,
  ConfirmParticipation,
  EndSeat,
  EnrolParticipants,
  EnterMembership,
  MoveDueMembership,
  MoveDueParticipant,
  PutToVote,
  ReceiveFee,
  RecordRatification,
  RejectMembership,
  VoteClock,
  WithdrawMembership,
];
const READERS = [
  ExcomSeatsReader,
  MembershipsReader,
  ParticipationReader,
  UnenteredMembersReader,
  VotesReader,
];

/** Full membership of the TPO, votes of its Executive Committee, yearly confirmation; no transport. */
@Module({
  imports: [featureEntities(ENTITIES), OrganizationsModule],
  providers: [
    ExcomSeatRepository,
    MembershipRepository,
    ParticipationRepository,
    VoteRepository,
    MembershipOfPersonRepository,
    MembershipData,
    CancelVote,
    CloseVote,
    DecideAdmission,
    KeepParticipation,
    MembershipAccess,
    MergeObstacles,
    MoveMembership,
    OpenVote,
    VoteAccess,
    ...VERBS,
    ...READERS,
  ],
  exports: [...VERBS, ...READERS],
})
export class MembershipModule {}
