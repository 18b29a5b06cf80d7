import type { Type } from '@nestjs/common';
import { AdmissionHttpModule } from '#libs/admission/http';
import { AdmissionRealtimeModule } from '#libs/admission/realtime';
import { CalendarsHttpModule } from '#libs/calendars/http';
import { CityPagesHttpModule } from '#libs/city-pages/http';
import { ConsultingHttpModule } from '#libs/consulting/http';
import { EngagementsHttpModule } from '#libs/engagements/http';
import { FirstRunHttpModule } from '#libs/first-run/http';
import { DirectoryHttpModule } from '#libs/directory/http';
import { IdentityHttpModule } from '#libs/identity/http';
import { MatchmakingHttpModule } from '#libs/matchmaking/http';
import { MatchmakingRealtimeModule } from '#libs/matchmaking/realtime';
import { MembershipHttpModule } from '#libs/membership/http';
import { MessagingHttpModule } from '#libs/messaging/http';
import { MessagingRealtimeModule } from '#libs/messaging/realtime';
import { NotificationsHttpModule } from '#libs/notifications/http';
import { NotificationsRealtimeModule } from '#libs/notifications/realtime';
import { CallsHttpModule } from '#libs/calls/http';
import { OpportunitiesHttpModule } from '#libs/opportunities/http';
import { OrganizationsHttpModule } from '#libs/organizations/http';
import { ProfilesHttpModule } from '#libs/profiles/http';
import { ProjectsHttpModule } from '#libs/projects/http';
import { ProposalsHttpModule } from '#libs/proposals/http';
import { ProposalsRealtimeModule } from '#libs/proposals/realtime';
import { ReviewsHttpModule } from '#libs/reviews/http';
import { VocabularyHttpModule } from '#libs/vocabulary/http';

/** The HTTP and socket edges of the features, lower ones first. */
export const FEATURES: readonly Type[] = [
  VocabularyHttpModule,
  IdentityHttpModule,
  FirstRunHttpModule,
  OrganizationsHttpModule,
  MessagingHttpModule,
  MessagingRealtimeModule,
  ProfilesHttpModule,
  CallsHttpModule,
  OpportunitiesHttpModule,
  ProposalsHttpModule,
  ProposalsRealtimeModule,
  ReviewsHttpModule,
  ProjectsHttpModule,
  CalendarsHttpModule,
  ConsultingHttpModule,
  EngagementsHttpModule,
  MembershipHttpModule,
  MatchmakingHttpModule,
  MatchmakingRealtimeModule,
  AdmissionHttpModule,
  AdmissionRealtimeModule,
  CityPagesHttpModule,
  DirectoryHttpModule,
  NotificationsHttpModule,
  NotificationsRealtimeModule,
];
