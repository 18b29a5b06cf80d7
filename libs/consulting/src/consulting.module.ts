import { Module } from '@nestjs/common';
import { CalendarsModule } from '#libs/calendars';
import { IdentityModule } from '#libs/identity';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { VocabularyModule } from '#libs/vocabulary';
import { AcceptInvitation } from './app/accept-invitation.js';
import { CaseLibrary } from './app/case-library.js';
import { CaseLibraryReader } from './app/case-library.reader.js';
import { CaseTokens } from './app/case-tokens.js';
import { ConsultingData } from './app/consulting-data.js';
import { ConsultingDeskReader } from './app/consulting-desk.reader.js';
import { ConsultingMoves } from './app/consulting-moves.js';
import { ConsultingRequestAccess } from './app/consulting-request-access.js';
import { ConsultingRequestsReader } from './app/consulting-requests.reader.js';
import { CreateConsultingRequest } from './app/create-consulting-request.js';
import { CurrencyRates } from './app/currency-rates.js';
import { DeclineInvitation } from './app/decline-invitation.js';
import { DueRequests } from './app/due-requests.js';
import { EditConsultingRequest } from './app/edit-consulting-request.js';
import { ExpertInvitationsReader } from './app/expert-invitations.reader.js';
import { ExpertRounds } from './app/expert-rounds.js';
import { FollowRequest } from './app/follow-request.js';
import { InvitationAccess } from './app/invitation-access.js';
import { InviteExperts } from './app/invite-experts.js';
import { MergeConsultingRequests } from './app/merge-consulting-requests.js';
import { OpenQuotes } from './app/open-quotes.js';
import { QuoteRounds } from './app/quote-rounds.js';
import { QuotesReader } from './app/quotes.reader.js';
import { RequestChecks } from './app/request-checks.js';
import { RequestClocks } from './app/request-clocks.js';
import { RequestMoves } from './app/request-moves.js';
import { SelectQuote } from './app/select-quote.js';
import { SelectedQuotes } from './app/selected-quotes.js';
import { SubmitConsultingRequest } from './app/submit-consulting-request.js';
import { TriageRequest } from './app/triage-request.js';
import { WatchExperts } from './app/watch-experts.js';
import { WatchQuotes } from './app/watch-quotes.js';
import { WriteQuote } from './app/write-quote.js';
import { ConsultingCostBearerEntity } from './data/consulting-cost-bearer.entity.js';
import { ConsultingDeskRepository } from './data/consulting-desk.repository.js';
import { ConsultingRequestEntity } from './data/consulting-request.entity.js';
import { ConsultingRequestRepository } from './data/consulting-request.repository.js';
import { ConsultingStepEntity } from './data/consulting-step.entity.js';
import { ConsultingStoryRepository } from './data/consulting-story.repository.js';
import { CurrencyRateEntity } from './data/currency-rate.entity.js';
import { CurrencyRateRepository } from './data/currency-rate.repository.js';
import { ExpertInvitationEntity } from './data/expert-invitation.entity.js';
import { ExpertInvitationRepository } from './data/expert-invitation.repository.js';
import { LibraryCaseEntity } from './data/library-case.entity.js';
import { LibraryCaseRepository } from './data/library-case.repository.js';
import { QuoteVersionEntity } from './data/quote-version.entity.js';
import { QuoteEntity } from './data/quote.entity.js';
import { QuoteRepository } from './data/quote.repository.js';

const ENTITIES = [
  ConsultingRequestEntity,
  ConsultingCostBearerEntity,
  ConsultingStepEntity,
  ExpertInvitationEntity,
  QuoteEntity,
  QuoteVersionEntity,
  LibraryCaseEntity,
  CurrencyRateEntity,
];
const REPOSITORIES = [
  ConsultingRequestRepository,
  ConsultingStoryRepository,
  ExpertInvitationRepository,
  QuoteRepository,
  LibraryCaseRepository,
  CurrencyRateRepository,
  ConsultingDeskRepository,
];
const VERBS = [
  CreateConsultingRequest,
  EditConsultingRequest,
  SubmitConsultingRequest,
  FollowRequest,
  TriageRequest,
  InviteExperts,
  AcceptInvitation,
  DeclineInvitation,
  WriteQuote,
  SelectQuote,
  CurrencyRates,
];
const READERS = [
  ConsultingRequestsReader,
  ConsultingDeskReader,
  ExpertInvitationsReader,
  QuotesReader,
  CaseLibraryReader,
];
/** What happens by time, for jobs. */
const WATCHES = [DueRequests, WatchExperts, WatchQuotes];
const DOOR = [SelectedQuotes, ConsultingMoves, CaseLibrary];

@Module({
  imports: [
    featureEntities(ENTITIES),
    VocabularyModule,
    IdentityModule,
    OrganizationsModule,
    CalendarsModule,
  ],
  providers: [
    ...REPOSITORIES,
    ConsultingRequestAccess,
    ConsultingData,
    MergeConsultingRequests,
    InvitationAccess,
    RequestChecks,
    RequestClocks,
    RequestMoves,
    ExpertRounds,
    QuoteRounds,
    OpenQuotes,
    CaseTokens,
    ...READERS,
    ...VERBS,
    ...WATCHES,
    ...DOOR,
  ],
  exports: [...READERS, ...VERBS, ...WATCHES, ...DOOR],
})
export class ConsultingModule {}
