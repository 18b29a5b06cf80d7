import { CreatePlatform1763700000000 } from './1763700000000-create-platform.js';
import { CreateJobRun1763700000200 } from './1763700000200-create-job-run.js';
import { CreateRealtime1763700000500 } from './1763700000500-create-realtime.js';
import { CreateIdentity1763700001000 } from './1763700001000-create-identity.js';
import { CreateOrganizations1763700002000 } from './1763700002000-create-organizations.js';
import { CreateProfiles1763700003000 } from './1763700003000-create-profiles.js';
import { CreateOpportunities1763700004000 } from './1763700004000-create-opportunities.js';
import { CreateProposals1763700005000 } from './1763700005000-create-proposals.js';
import { CreateConsulting1763700006000 } from './1763700006000-create-consulting.js';
import { CreateMessaging1763700007000 } from './1763700007000-create-messaging.js';
import { CreateMatchmaking1763700008000 } from './1763700008000-create-matchmaking.js';
import { CreateNotifications1763700009000 } from './1763700009000-create-notifications.js';
import { CreateTimers1763800000000 } from './1763800000000-create-timers.js';
import { CreateFiles1763801000000 } from './1763801000000-create-files.js';
import { ExtendIdentity1763802000000 } from './1763802000000-extend-identity.js';
import { ExtendOrganizations1763803000000 } from './1763803000000-extend-organizations.js';
import { CreateInvitations1763803001000 } from './1763803001000-create-invitations.js';
import { DetailProfiles1763804000000 } from './1763804000000-detail-profiles.js';
import { CreateDirectory1763805000000 } from './1763805000000-create-directory.js';
import { CreateAdmission1763806000000 } from './1763806000000-create-admission.js';
import { CreateMembership1763807000000 } from './1763807000000-create-membership.js';
import { CreateFirstRun1763808000000 } from './1763808000000-create-first-run.js';
import { ForgetFirstRuns1763812000000 } from './1763812000000-forget-first-runs.js';
import { MergeOrganizations1763813000000 } from './1763813000000-merge-organizations.js';
import { GatherFound1763815000000 } from './1763815000000-gather-found.js';
import { IndexParticipations1763817000000 } from './1763817000000-index-participations.js';
import { RestoreSavedSearches1763840000000 } from './1763840000000-restore-saved-searches.js';
import { BeginAnew1763840001000 } from './1763840001000-begin-anew.js';
import { OpportunityLives1763841000000 } from './1763841000000-opportunity-lives.js';
import { ClockInterests1763842000000 } from './1763842000000-clock-interests.js';
import { RunMatching1763842001000 } from './1763842001000-run-matching.js';
import { RestoreMatches1763843000000 } from './1763843000000-restore-matches.js';
import { NarrowSearch1763844000000 } from './1763844000000-narrow-search.js';
import { PriceMarket1763850000000 } from './1763850000000-price-market.js';
import { CreateCalls1763851000000 } from './1763851000000-create-calls.js';
import { GatherConsortia1763852000000 } from './1763852000000-gather-consortia.js';
import { CreateCoediting1763853000000 } from './1763853000000-create-coediting.js';
import { JoinProposals1763853900000 } from './1763853900000-join-proposals.js';
import { CreateReviews1763854000000 } from './1763854000000-create-reviews.js';
import { CreateProjects1763855000000 } from './1763855000000-create-projects.js';
import { CommentSections1763856000000 } from './1763856000000-comment-sections.js';
import { CreateCalendars1763857000000 } from './1763857000000-create-calendars.js';
import { ExtendConsulting1763857001000 } from './1763857001000-extend-consulting.js';
import { CreateEngagements1763858000000 } from './1763858000000-create-engagements.js';
import { OpenRooms1763859000000 } from './1763859000000-open-rooms.js';
import { BeginContacts1763859001000 } from './1763859001000-begin-contacts.js';
import { MakeInbox1763860000000 } from './1763860000000-make-inbox.js';
import { ChooseNotifications1763860001000 } from './1763860001000-choose-notifications.js';
import { BatchStream1763862000000 } from './1763862000000-batch-stream.js';
import { IndexLists1763863000000 } from './1763863000000-index-lists.js';
import { NamePartners1763863001000 } from './1763863001000-name-partners.js';
import { TellUnread1763867000000 } from './1763867000000-tell-unread.js';
import { PushToBrowsers1763867001000 } from './1763867001000-push-to-browsers.js';
import { SignStream1763873000000 } from './1763873000000-sign-stream.js';
import { OrderAnswers1763875000000 } from './1763875000000-order-answers.js';
import { PackStream1763876000000 } from './1763876000000-pack-stream.js';
import { LookUpEach1763876001000 } from './1763876001000-look-up-each.js';
import { FollowPanels1763886000000 } from './1763886000000-follow-panels.js';
import { SpareStream1763888000000 } from './1763888000000-spare-stream.js';
import { TakeMailIn1763867002000 } from './1763867002000-take-mail-in.js';
import { KeepWaiting1763872000000 } from './1763872000000-keep-waiting.js';

/** Every migration, oldest first. Listed by hand: what is not here does not run. */
export const MIGRATIONS = [
  CreatePlatform1763700000000,
  CreateJobRun1763700000200,
  CreateRealtime1763700000500,
  CreateIdentity1763700001000,
  CreateOrganizations1763700002000,
  CreateProfiles1763700003000,
  CreateOpportunities1763700004000,
  CreateProposals1763700005000,
  CreateConsulting1763700006000,
  CreateMessaging1763700007000,
  CreateMatchmaking1763700008000,
  CreateNotifications1763700009000,
  CreateTimers1763800000000,
  CreateFiles1763801000000,
  ExtendIdentity1763802000000,
  ExtendOrganizations1763803000000,
  CreateInvitations1763803001000,
  DetailProfiles1763804000000,
  CreateDirectory1763805000000,
  CreateAdmission1763806000000,
  CreateMembership1763807000000,
  CreateFirstRun1763808000000,
  ForgetFirstRuns1763812000000,
  MergeOrganizations1763813000000,
  GatherFound1763815000000,
  IndexParticipations1763817000000,
  RestoreSavedSearches1763840000000,
  BeginAnew1763840001000,
  OpportunityLives1763841000000,
  ClockInterests1763842000000,
  RunMatching1763842001000,
  RestoreMatches1763843000000,
  NarrowSearch1763844000000,
  PriceMarket1763850000000,
  CreateCalls1763851000000,
  GatherConsortia1763852000000,
  CreateCoediting1763853000000,
  JoinProposals1763853900000,
  CreateReviews1763854000000,
  CreateProjects1763855000000,
  CommentSections1763856000000,
  CreateCalendars1763857000000,
  ExtendConsulting1763857001000,
  CreateEngagements1763858000000,
  OpenRooms1763859000000,
  BeginContacts1763859001000,
  MakeInbox1763860000000,
  ChooseNotifications1763860001000,
  BatchStream1763862000000,
  IndexLists1763863000000,
  NamePartners1763863001000,
  TellUnread1763867000000,
  PushToBrowsers1763867001000,
  TakeMailIn1763867002000,
  KeepWaiting1763872000000,
  SignStream1763873000000,
  OrderAnswers1763875000000,
  PackStream1763876000000,
  LookUpEach1763876001000,
  FollowPanels1763886000000,
  SpareStream1763888000000,
];
