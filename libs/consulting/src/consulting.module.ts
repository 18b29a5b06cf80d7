import { Module } from '@nestjs/common';
import { CalendarsModule } from '#libs/calendars';
import { IdentityModule } from '#libs/identity';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { VocabularyModule } from '#libs/vocabulary';
import { CaseLibrary } from './app/case-library.js';
import { CaseTokens } from './app/case-tokens.js';
import { ConsultingData } from './app/consulting-data.js';
import { ConsultingMoves } from './app/consulting-moves.js';
import { ConsultingRequestAccess } from './app/consulting-request-access.js';
import { ConsultingRequestsReader } from './app/consulting-requests.reader.js';
import { CreateConsultingRequest } from './app/create-consulting-request.js';
import { DueRequests } from './app/due-requests.js';
import { EditConsultingRequest } from './app/edit-consulting-request.js';
import { ExpertRounds } from './app/expert-rounds.js';
import { MergeConsultingRequests } from './app/merge-consulting-requests.js';
import { OpenQuotes } from './app/open-quotes.js';
import { QuoteRounds } from './app/quote-rounds.js';
import { RequestChecks } from './app/request-checks.js';
import { RequestClocks } from './app/request-clocks.js';
import { RequestMoves } from './app/request-moves.js';
import { SelectedQuotes } from './app/selected-quotes.js';
import { SubmitConsultingRequest } from './app/submit-consulting-request.js';
import { WatchExperts } from './app/watch-experts.js';
import { WatchQuotes } from './app/watch-quotes.js';
import { ConsultingCostBearerEntity } from './data/consulting-cost-bearer.entity.js';
import { ConsultingRequestEntity } from './data/consulting-request.entity.js';
import { ConsultingRequestRepository } from './data/consulting-request.repository.js';
import { ConsultingStepEntity } from './data/consulting-step.entity.js';
import { ConsultingStoryRepository } from './data/consulting-story.repository.js';
import { CurrencyRateEntity } from './data/currency-rate.entity.js';
import { ExpertInvitationEntity } from './data/expert-invitation.entity.js';
import { ExpertInvitationRepository } from './data/expert-invitation.repository.js';
import { LibraryCaseEntity } from './data/library-case.entity.js';
import { LibraryCaseRepository } from './data/library-case.repository.js';
import { QuoteEntity } from './data/quote.entity.js';
import { QuoteRepository } from './data/quote.repository.js';
import { QuoteVersionEntity } from './data/quote-version.entity.js';

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
];
const VERBS = [CreateConsultingRequest, EditConsultingRequest, SubmitConsultingRequest];
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
    ConsultingRequestsReader,
    RequestChecks,
    RequestClocks,
    RequestMoves,
    ExpertRounds,
    QuoteRounds,
    OpenQuotes,
    CaseTokens,
    ...VERBS,
    ...WATCHES,
    ...DOOR,
  ],
  exports: [ConsultingRequestsReader, ...VERBS, ...WATCHES, ...DOOR],
})
export class ConsultingModule {}
