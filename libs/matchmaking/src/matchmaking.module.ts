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
import { ExpertsForRequestReader } from './app/experts-for-request.reader.js';
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
import { MatchSides } from './app/match-sides.js';
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
import { IntroduceSides } from './app/introduce-sides.js';
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
import { LiveMarket } from './app/live/live-market.js';
import { RulesInForce } from './app/live/rules-in-force.js';
import { DrawLists } from './app/live/draw-lists.js';
import { DrawTurns } from './app/live/draw-turns.js';
import { WriteLists } from './app/live/write-lists.js';
import { FoldAnswers } from './app/learning/fold-answers.js';
import { LearningReader } from './app/learning/learning.reader.js';
import { ForgetShown } from './app/learning/forget-shown.js';
import { NoteAnswer } from './app/learning/note-answer.js';
import { PastAnswers } from './app/learning/past-answers.js';
import { ResetLearning } from './app/learning/reset-learning.js';
import { ShownMatches } from './app/learning/shown-matches.js';
import { MatchReplayReader } from './app/learning/match-replay.reader.js';
import { MarketPlanner } from './app/plan/market-planner.js';
import { MarketTermsReader } from './app/balance/market-terms.reader.js';
import { PlannedLists } from './app/runs/planned-lists.js';
import { PlanRun } from './app/runs/plan-run.js';
import { MarketTermsRepository } from './data/market-terms.repository.js';
import { MatchingPlanRepository } from './data/matching-plan.repository.js';
import { MatchingAccountEntity } from './data/matching-account.entity.js';
import { MatchingInputs } from './app/model/matching-inputs.js';
import { ModelsReader } from './app/model/models.reader.js';
import { RefreshPace } from './app/refresh-pace.js';
import { CancelRun } from './app/runs/cancel-run.js';
import { MatchingRunsReader } from './app/runs/matching-runs.reader.js';
import { RunMatching } from './app/runs/run-matching.js';
import { ShardLists } from './app/runs/shard-lists.js';
import { StartRun } from './app/runs/start-run.js';
import { WithdrawRun } from './app/runs/withdraw-run.js';
import { ActivateWeights } from './app/weights/activate-weights.js';
import { DiscardWeights } from './app/weights/discard-weights.js';
import { DraftWeights } from './app/weights/draft-weights.js';
import { ReplayWeights } from './app/weights/weights-replay.js';
import { WeightsReader } from './app/weights/weights.reader.js';
import { DrawnListRepository } from './data/drawn-list.repository.js';
import { LearningRepository } from './data/learning.repository.js';
import { MarketFeedRepository } from './data/market-feed.repository.js';
import { MatchAnswerEntity } from './data/match-answer.entity.js';
import { MatchAnswerRepository } from './data/match-answer.repository.js';
import { MatchImpressionEntity } from './data/match-impression.entity.js';
import { MatchResultEntity } from './data/match-result.entity.js';
import { MatchingInputEntity } from './data/matching-input.entity.js';
import { MatchingInputRepository } from './data/matching-input.repository.js';
import { MatchingModelEntity } from './data/matching-model.entity.js';
import { MatchingRunEntity } from './data/matching-run.entity.js';
import { MatchingRunRepository } from './data/matching-run.repository.js';
import { MatchingShardEntity } from './data/matching-shard.entity.js';
import { MatchingWeightsEntity } from './data/matching-weights.entity.js';
import { MatchingWeightsRepository } from './data/matching-weights.repository.js';
import { OrganizationLearningEntity } from './data/organization-learning.entity.js';

const ENTITIES = [
  MatchEntity,
  MatchRunEntity,
  MatchDismissalEntity,
  InterestEntity,
  MatchingRunEntity,
  MatchingShardEntity,
  MatchingAccountEntity,
  MatchResultEntity,
  MatchingInputEntity,
  MatchingWeightsEntity,
  MatchingModelEntity,
  OrganizationLearningEntity,
  MatchImpressionEntity,
  MatchAnswerEntity,
];
const REPOSITORIES = [
  DrawnListRepository,
  MarketFeedRepository,
  MatchingRunRepository,
  MatchingInputRepository,
  MatchingPlanRepository,
  MarketTermsRepository,
  MatchingWeightsRepository,
  LearningRepository,
  MatchAnswerRepository,
  MatchRepository,
  MatchListRepository,
  MatchMergeRepository,
  MatchRunRepository,
  MatchDismissalRepository,
  InterestRepository,
  MarketHealthRepository,
  AnswerCountsRepository,
];
/** The market in memory, and what lists are drawn and written by. */
const ENGINE = [
  RulesInForce,
  LiveMarket,
  ModelsReader,
  MatchingInputs,
  DrawLists,
  DrawTurns,
  WriteLists,
  MarketPlanner,
  MarketTermsReader,
  PlanRun,
  PlannedLists,
  ShardLists,
  PastAnswers,
  ReplayWeights,
];
const READERS = [
  LearningReader,
  MatchReplayReader,
  MatchingRunsReader,
  WeightsReader,
  NextStepReader,
  WhyNotHigherReader,
  ProspectsReader,
  ExpertsForRequestReader,
  MarketHealthReader,
  AnswerCountsReader,
  MatchesReader,
  MatchDetails,
  InterestsReader,
  InterestDetails,
  UnpushedRuns,
];
const VERBS = [
  RefreshPace,
  StartRun,
  CancelRun,
  WithdrawRun,
  RunMatching,
  DraftWeights,
  ActivateWeights,
  DiscardWeights,
  ResetLearning,
  NoteAnswer,
  FoldAnswers,
  ForgetShown,
  ShownMatches,
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
    featureEntities(ENTITIES),
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
    MatchSides,
    InterestAccess,
    MatchContextsReader,
    MarketInView,
    FactWords,
    IntroduceSides,
    MergeMatches,
    ...ENGINE,
    ...READERS,
    ...VERBS,
    ...AUDIENCES,
  ],
  exports: [FactWords, DrawTurns, ...READERS, ...VERBS, ProposalAudience, RequestAudience],
})
export class MatchmakingModule {}
