import type { ConceptGraph, MatchParty } from '../party.js';
import { scorePair, type PairScore } from '../score/score-pair.js';
import { isDemand, type MatchSpec } from '../spec.js';

export interface RankedMatch extends PairScore {
  readonly candidate: MatchParty;
  /** 1 for the best. */
  readonly rank: number;
}

export interface RankOptions {
  /** Most matches to return; default 20. */
  readonly limit?: number;
  /** Scores below it are not worth showing; default 0.2. A named city is shown all the same. */
  readonly minimum?: number;
  readonly spec?: MatchSpec;
}

const DEFAULT_LIMIT = 20;
const DEFAULT_MINIMUM = 0.2;
/** A match must be explicable by at least this many compared facts. */
const LEAST_REASONS = 2;
/** True of every pair of these kinds, so it explains nothing by itself. */
const TRIVIAL = 'addressed_to';

interface Scored extends PairScore {
  readonly candidate: MatchParty;
  /** One of the two is an organization that the other one's text names. */
  readonly isNamed: boolean;
}

function scoreOf(
  subject: MatchParty,
  candidate: MatchParty,
  graph: ConceptGraph,
  spec: MatchSpec | undefined,
): Scored {
  const pair = scorePair(subject, candidate, graph, spec);
  const isOrganization = !isDemand(subject.kind) || !isDemand(candidate.kind);
  return {
    ...pair,
    candidate,
    isNamed: isOrganization && pair.reasons.some(({ code }) => code === 'named_in_text'),
  };
}

function isWorthShowing(scored: Scored, minimum: number): boolean {
  if (scored.excluded !== undefined || scored.reasons.length < LEAST_REASONS) return false;
  if (scored.isNamed) return true;
  const telling = scored.reasons.filter(({ code }) => code !== TRIVIAL);
  return scored.score >= minimum && telling.length >= LEAST_REASONS;
}

/** A total order: score, then id, so that equal input gives equal output whatever the order of the candidates. */
function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1);
}

/** The best `limit`, but never at the cost of a city that the text names. */
function cut(ordered: readonly Scored[], limit: number): Scored[] {
  const named = ordered.filter(({ isNamed }) => isNamed);
  const others = ordered.filter(({ isNamed }) => !isNamed);
  return [...named, ...others.slice(0, Math.max(0, limit - named.length))].sort(byScore);
}

/** Ranks the candidates for a subject. Deterministic; every match carries at least two reasons. */
export function rankMatches(
  subject: MatchParty,
  candidates: readonly MatchParty[],
  graph: ConceptGraph,
  options: RankOptions = {},
): RankedMatch[] {
  const { limit = DEFAULT_LIMIT, minimum = DEFAULT_MINIMUM, spec } = options;
  const scored = candidates.map((candidate) => scoreOf(subject, candidate, graph, spec));
  const ordered = scored.filter((pair) => isWorthShowing(pair, minimum)).sort(byScore);
  return cut(ordered, limit).map(({ isNamed: _, ...pair }, index) => ({ ...pair, rank: index + 1 }));
}
