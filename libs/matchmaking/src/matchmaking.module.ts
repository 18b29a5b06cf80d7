import { Global, Module } from '@nestjs/common';
import { ConsultingModule, RequestAudience } from '#libs/consulting';
import { IdentityModule } from '#libs/identity';
import { MessagingModule } from '#libs/messaging';
import { OpportunitiesModule } from '#libs/opportunities';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { ProfilesModule } from '#libs/profiles';
import { ProposalAudience, ProposalsModule } from '#libs/proposals';
import { VocabularyModule } from '#libs/vocabulary';
import { AnswerCountsReader } from './app/answer-counts.reader.js';
import { TellInterested } from './app/tell-interested.js';
import { AcceptInterest } from './app/accept-interest.js';
import { DeclineInterest } from './app/decline-interest.js';
import { DismissMatch } from './app/dismiss-match.js';
import { ProspectsReader } from './app/explain/prospects.reader.js';
import { WhyNotHigherReader } from './app/explain/why-not-higher.reader.js';
import { FactWords } from './app/fact-words.js';
import { InterestAccess } from './app/interest-access.js';
import { InterestDetails } from './app/interest-details.js';
import { InterestsReader } from './app/interests.reader.js';
import { MarketLoader } from './app/market.loader.js';
import { MarketHealthReader } from './app/market-health.reader.js';
import { MatchmakingData } from './app/matchmaking-data.js';
import { MatchmakingOfPersonRepository } from './data/matchmaking-of-person.repository.js';
import { MatchAccess } from './app/match-access.js';
import { MatchContextsReader } from './app/match-contexts.reader.js';
import { MatchDetails } from './app/match-details.js';
import { MatchedWithProposal, MatchedWithRequest } from './app/matched-audience.js';
import { MatchesReader } from './app/matches.reader.js';
import { MarketInView } from './app/next-step/market-in-view.js';
import { MergeMatches } from './app/merge-matches.js';
import { NextStepReader } from './app/next-step/next-step.reader.js';
import { RefreshMatches } from './app/refresh-matches.js';
import { RefreshOrganization } from './app/refresh-organization.js';
import { RestoreMatch } from './app/restore-match.js';
import { RetireMatches } from './app/retire-matches.js';
import { SendInterest } from './app/send-interest.js';
import { SpokesPersons } from './app/spokes-persons.js';
import { SubjectsReader } from './app/subjects.reader.js';
import { UnpushedRuns } from './app/unpushed-runs.js';
import { VocabularyInUse } from './app/vocabulary-in-use.js';
import { WatchInterests } from './app/watch-interests.js';
import { WithdrawInterest } from './app/withdraw-interest.js';
import { AnswerCountsRepository } from './data/answer-counts.repository.js';
import { InterestEntity } from './data/interest.entity.js';
import { MarketHealthRepository } from './data/market-health.repository.js';
import { InterestRepository } from './data/interest.repository.js';
import { MatchDismissalEntity } from './data/match-dismissal.entity.js';
import { MatchDismissalRepository } from './data/match-dismissal.repository.js';
import { MatchListRepository } from './data/match-list.repository.js';
import { MatchRunEntity } from './data/match-run.entity.js';
import { MatchRunRepository } from './data/match-run.repository.js';
import { MatchEntity } from './data/match.entity.js';
import { MatchMergeRepository } from './data/match-merge.repository.js';
import { MatchRepository } from './data/match.repository.js';

const REPOSITORIES = [
  MatchRepository,
  MatchListRepository,
  MatchMergeRepository,
  MatchRunRepository,
  MatchDismissalRepository,
  InterestRepository,
  MarketHealthRepository,
  AnswerCountsRepository,
];
const READERS = [
  NextStepReader,
  WhyNotHigherReader,
  ProspectsReader,
  MarketHealthReader,
  AnswerCountsReader,
  MatchesReader,
  MatchDetails,
  InterestsReader,
  InterestDetails,
  UnpushedRuns,
];
const VERBS = [
  RefreshMatches,
  RefreshOrganization,
  RetireMatches,
  DismissMatch,
  RestoreMatch,
  SendInterest,
  AcceptInterest,
  DeclineInterest,
  WithdrawInterest,
  WatchInterests,
  TellInterested,
];
/** Who may read proposals and requests of others is for matchmaking to say; those features ask by these ports. */
const AUDIENCES = [
  { provide: ProposalAudience, useClass: MatchedWithProposal },
  { provide: RequestAudience, useClass: MatchedWithRequest },
];

/** Matches and interest. Global because lower features ask it who was matched. */
@Global()
@Module({
  imports: [
    featureEntities([MatchEntity, MatchRunEntity, MatchDismissalEntity, InterestEntity]),
    IdentityModule,
    OrganizationsModule,
    ProfilesModule,
    OpportunitiesModule,
    ProposalsModule,
    ConsultingModule,
    MessagingModule,
    VocabularyModule,
  ],
  providers: [
    ...REPOSITORIES,
    MatchmakingOfPersonRepository,
    MatchmakingData,
    SubjectsReader,
    VocabularyInUse,
    MarketLoader,
    MatchAccess,
    InterestAccess,
    MatchContextsReader,
    MarketInView,
    FactWords,
    SpokesPersons,
    MergeMatches,
    ...READERS,
    ...VERBS,
    ...AUDIENCES,
  ],
  exports: [FactWords, ...READERS, ...VERBS, ProposalAudience, RequestAudience],
})
export class MatchmakingModule {}
