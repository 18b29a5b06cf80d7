import type { ConceptGraph, MatchParty } from '../party.js';
import { scorePair, type PairScore } from '../score/score-pair.js';
import type { MatchSpec } from '../spec.js';

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

type Scored = PairScore & { readonly candidate: MatchParty };

const isNamed = (scored: PairScore): boolean =>
  scored.reasons.some((reason) => reason.code === 'named_in_text');

function isWorthShowing(scored: Scored, minimum: number): boolean {
  if (scored.excluded !== undefined || scored.reasons.length < LEAST_REASONS) return false;
  if (isNamed(scored)) return true;
  return (
    scored.score >= minimum &&
    scored.reasons.filter((reason) => reason.code !== TRIVIAL).length >= LEAST_REASONS
  );
}

/** A total order: score, then id, so that equal input gives equal output whatever the order of the candidates. */
function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1);
}

/** The best `limit`, but never at the cost of a city that the text names. */
function cut(ordered: readonly Scored[], limit: number): Scored[] {
  const named = ordered.filter(isNamed);
  const others = ordered.filter((scored) => !isNamed(scored));
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
  const scored = candidates.map((candidate) => ({
    ...scorePair(subject, candidate, graph, spec),
    candidate,
  }));
  const ordered = scored.filter((pair) => isWorthShowing(pair, minimum)).sort(byScore);
  return cut(ordered, limit).map((pair, index) => ({ ...pair, rank: index + 1 }));
}
