import { Module } from '@nestjs/common';
import { CalendarsModule } from '#libs/calendars';
import { ConsultingModule } from '#libs/consulting';
import { IdentityModule } from '#libs/identity';
import { MessagingModule } from '#libs/messaging';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { FilesModule } from '#libs/platform/files';
import { MailModule } from '#libs/platform/mail';
import { PdfModule } from '#libs/platform/pdf';
import { CalendarFeeds } from './app/calendar-feeds.js';
import { CancelEngagement } from './app/cancel-engagement.js';
import { CloseSessions } from './app/close-sessions.js';
import { ConfirmSession } from './app/confirm-session.js';
import { DeliverableFiles } from './app/deliverable-files.js';
import { DecideDispute } from './app/decide-dispute.js';
import { DisputeEngagement } from './app/dispute-engagement.js';
import { EndSession } from './app/end-session.js';
import { EngagementAccess } from './app/engagement-access.js';
import { EngagementClock } from './app/engagement-clock.js';
import { EngagementMoves } from './app/engagement-moves.js';
import { EngagementRoomReader } from './app/engagement-room.reader.js';
import { EngagementTimers } from './app/engagement-timers.js';
import { EngagementsData } from './app/engagements-data.js';
import { EngagementsReader } from './app/engagements.reader.js';
import { HandOver } from './app/hand-over.js';
import { KeepCaseNote } from './app/keep-case-note.js';
import { PartyFacts } from './app/party-facts.js';
import { MergeEngagements } from './app/merge-engagements.js';
import { PrintAgreement } from './app/print/print-agreement.js';
import { ProposeSession } from './app/propose-session.js';
import { OpenRatings } from './app/open-ratings.js';
import { RoomParts } from './app/room-parts.js';
import { RateEngagement } from './app/rate-engagement.js';
import { RecordFees } from './app/record-fees.js';
import { CalendarNames } from './app/calendar-names.js';
import { SessionCalendar } from './app/session-calendar.js';
import { SessionMoves } from './app/session-moves.js';
import { SessionTimesReader } from './app/session-times.reader.js';
import { SignAgreement } from './app/sign-agreement.js';
import { StartEngagement } from './app/start-engagement.js';
import { WorkClock } from './app/work-clock.js';
import { ConfirmMinutes } from './app/confirm-minutes.js';
import { WriteMinutes } from './app/write-minutes.js';
import { CalendarFeedEntity } from './data/calendar-feed.entity.js';
import { CalendarFeedRepository } from './data/calendar-feed.repository.js';
import { CaseNoteRepository } from './data/case-note.repository.js';
import { DeliverableStepEntity } from './data/deliverable-step.entity.js';
import { DeliverableRepository } from './data/deliverable.repository.js';
import { DisputeRepository } from './data/dispute.repository.js';
import { EngagementCaseNoteEntity } from './data/engagement-case-note.entity.js';
import { EngagementDeliverableEntity } from './data/engagement-deliverable.entity.js';
import { EngagementDisputeEntity } from './data/engagement-dispute.entity.js';
import { EngagementPartyEntity } from './data/engagement-party.entity.js';
import { EngagementRatingEntity } from './data/engagement-rating.entity.js';
import { EngagementSessionEntity } from './data/engagement-session.entity.js';
import { EngagementEntity } from './data/engagement.entity.js';
import { EngagementRepository } from './data/engagement.repository.js';
import { EngagementsOfPersonRepository } from './data/engagements-of-person.repository.js';
import { LedgerAccountEntity } from './data/ledger-account.entity.js';
import { LedgerEntryEntity } from './data/ledger-entry.entity.js';
import { LedgerPostingEntity } from './data/ledger-posting.entity.js';
import { LedgerRepository } from './data/ledger.repository.js';
import { RatingRepository } from './data/rating.repository.js';
import { SessionRepository } from './data/session.repository.js';

const REPOSITORIES = [
  EngagementRepository,
  SessionRepository,
  DeliverableRepository,
  RatingRepository,
  LedgerRepository,
  DisputeRepository,
  CaseNoteRepository,
  CalendarFeedRepository,
  EngagementsOfPersonRepository,
];
/** Parts that several verbs share. */
const PARTS = [
  EngagementAccess,
  EngagementTimers,
  CloseSessions,
  EngagementMoves,
  SessionMoves,
  ConfirmMinutes,
  OpenRatings,
  DecideDispute,
  CalendarNames,
  SessionCalendar,
  DeliverableFiles,
  RoomParts,
];
const READERS = [EngagementsReader, EngagementRoomReader, SessionTimesReader];
const VERBS = [
  StartEngagement,
  SignAgreement,
  CancelEngagement,
  ProposeSession,
  ConfirmSession,
  EndSession,
  WriteMinutes,
  HandOver,
  RateEngagement,
  RecordFees,
  DisputeEngagement,
  KeepCaseNote,
  CalendarFeeds,
  PrintAgreement,
  EngagementClock,
  WorkClock,
];

/** Work on a chosen quote: agreement, sessions, deliverables, fees, dispute, ratings and what others learn from it. */
@Module({
  imports: [
    featureEntities([
      EngagementEntity,
      EngagementPartyEntity,
      EngagementSessionEntity,
      EngagementDeliverableEntity,
      DeliverableStepEntity,
      EngagementRatingEntity,
      LedgerAccountEntity,
      LedgerEntryEntity,
      LedgerPostingEntity,
      EngagementDisputeEntity,
      EngagementCaseNoteEntity,
      CalendarFeedEntity,
    ]),
    CalendarsModule,
    ConsultingModule,
    FilesModule,
    IdentityModule,
    MailModule,
    MessagingModule,
    OrganizationsModule,
    PdfModule,
  ],
  providers: [PartyFacts, ...REPOSITORIES, ...PARTS, ...READERS, ...VERBS, EngagementsData, MergeEngagements],
  exports: [...READERS, ...VERBS],
})
export class EngagementsModule {}
