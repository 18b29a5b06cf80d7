import type { Type } from '@nestjs/common';
import { AdmissionJobsModule } from '#libs/admission/jobs';
import { DirectoryJobsModule } from '#libs/directory/jobs';
import { EngagementsJobsModule } from '#libs/engagements/jobs';
import { FirstRunJobsModule } from '#libs/first-run/jobs';
import { IdentityJobsModule } from '#libs/identity/jobs';
import { OrganizationsJobsModule } from '#libs/organizations/jobs';
import { MatchmakingJobsModule } from '#libs/matchmaking/jobs';
import { MembershipJobsModule } from '#libs/membership/jobs';
import { MessagingJobsModule } from '#libs/messaging/jobs';
import { NotificationsJobsModule } from '#libs/notifications/jobs';
import { CalendarsJobsModule } from '#libs/calendars/jobs';
import { CallsJobsModule } from '#libs/calls/jobs';
import { ConsultingJobsModule } from '#libs/consulting/jobs';
import { OpportunitiesJobsModule } from '#libs/opportunities/jobs';
import { ReviewsJobsModule } from '#libs/reviews/jobs';
import { ProjectsJobsModule } from '#libs/projects/jobs';
import { ProposalsJobsModule } from '#libs/proposals/jobs';
import { ProfilesJobsModule } from '#libs/profiles/jobs';

/** The jobs of the features, lower ones first. */
export const FEATURES: readonly Type[] = [
  IdentityJobsModule,
  FirstRunJobsModule,
  OrganizationsJobsModule,
  MessagingJobsModule,
  MembershipJobsModule,
  ProfilesJobsModule,
  CallsJobsModule,
  OpportunitiesJobsModule,
  ReviewsJobsModule,
  EngagementsJobsModule,
  ProposalsJobsModule,
  CalendarsJobsModule,
  ConsultingJobsModule,
  ProjectsJobsModule,
  MatchmakingJobsModule,
  AdmissionJobsModule,
  DirectoryJobsModule,
  NotificationsJobsModule,
];
