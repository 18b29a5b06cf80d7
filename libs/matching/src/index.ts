export { NO_CONCEPTS, PARTY_KINDS } from './party.js';
export type {
  Budget,
  ConceptGraph,
  Evidence,
  MatchParty,
  PartyConcepts,
  PartyKind,
  Period,
  SoughtCounterpart,
  Weighted,
} from './party.js';
export { DEFAULT_SPEC, REASON_CODES, relationOf, UNMET_CODES } from './spec.js';
export type { FeatureCode, MatchSpec, ReasonCode, Relation, RelationSpec, UnmetCode } from './spec.js';
export { swapFacts } from './reasons.js';
export type { Fact, Facts, Reason } from './reasons.js';
export { scorePair } from './score/score-pair.js';
export type { Fit, PairScore } from './score/score-pair.js';
export type { Exclusion } from './score/eligible.js';
export { rankMatches } from './rank/rank-matches.js';
export type { RankedMatch, RankOptions } from './rank/rank-matches.js';
export { MarketIndex } from './columns/market-index.js';
export type { Counters, FindOptions, Found } from './columns/market-index.js';
export { KeptSearches } from './columns/kept-searches.js';
export { suppose, type Supposition } from './explain/suppose.js';
export { whyNotHigher, type Improvement } from './explain/why-not-higher.js';
export { ifYouAdd, type ListedMatch, type Prospect } from './explain/if-you-add.js';
export type { Edges, Seats } from './assign/edges.js';
export { blockingPairs, deferredAcceptance, type Matching } from './assign/deferred-acceptance.js';
export { weightedMatching, type WeightedEdges, type WeightedMatching } from './assign/weighted-matching.js';
export { pairCities, type CityPair, type Pairing, type PairingInput } from './assign/city-pairs.js';
export { planMeetings, repairMeetings, type Schedule } from './assign/meetings.js';
export type { MeetingRequest, MeetingRound } from './assign/calendar.js';
export { capExposure, gini, type Exposure, type ExposureLimits } from './market/exposure.js';
export { examination, looksOf } from './market/attention.js';
export { booked, EMPTY_ACCOUNT, priceOf, roomOf } from './market/account.js';
export type { Account, Capacity, Showing } from './market/account.js';
export { iteratePrices, type MarketPrices, type PriceOptions } from './market/prices.js';
export type { Capacities } from './market/ledger.js';
export { composeMarket } from './market/compose-market.js';
export type { ComposedMarket, MarketCandidate, MarketEntry, MarketReader } from './market/compose-market.js';
export { composeList, DEFAULT_LIST_RULES } from './market/compose-list.js';
export type {
  ComposedList,
  LeftOut,
  ListCandidate,
  ListPosition,
  ListRules,
  MoveIn,
  MoveOut,
} from './market/compose-list.js';
export { acceptance, forgetting, learntAbout, UNTAUGHT } from './learn/model.js';
export type { Corrections, FeatureValues, LearnedModel } from './learn/model.js';
export { featureValues } from './learn/feature-values.js';
export type { Answer } from './learn/answers.js';
export { foldAnswers } from './learn/fold-answers.js';
export { promoted, replay, type Replay } from './learn/replay.js';
export { learnedSpec } from './learn/learned-spec.js';
export { describeLearnt, type LearntFeature } from './learn/describe.js';
export { modelFrom } from './learn/stored-model.js';
export { calibrated, chanceAt, type Curve, type Observed } from './learn/calibrate.js';
export { weightsOfJudge } from './learn/weights-of-judge.js';
