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
