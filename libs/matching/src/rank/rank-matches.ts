import type { ConceptGraph, MatchParty } from '../party.js';
import { scorePair, type PairScore } from '../score/score-pair.js';
import { isDemand, type MatchSpec } from '../spec.js';
import { byScore } from './top-list.js';
import { DEFAULT_LIMIT, DEFAULT_MINIMUM, isWorthShowing } from './worth.js';

export interface RankedMatch extends PairScore {
  readonly candidate: MatchParty;
  /** 1 for the best. */
  readonly rank: number;
  /** One of the two is an organization that the other one's text names: ranked whatever the limit. */
  readonly isNamed: boolean;
}

export interface RankOptions {
  /** Most matches to return; default 20. */
  readonly limit?: number;
  /** Scores below it are not worth showing; default 0.2. A named city is shown all the same. */
  readonly minimum?: number;
  /** One for all candidates, or that of each. */
  readonly spec?: MatchSpec | ((candidate: MatchParty) => MatchSpec);
}

/** True of every pair of these kinds, so it explains nothing by itself. */
const TRIVIAL = 'addressed_to';

type Scored = Omit<RankedMatch, 'rank'>;

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

function isShown({ score, reasons, isNamed, excluded }: Scored, minimum: number): boolean {
  const telling = reasons.filter(({ code }) => code !== TRIVIAL).length;
  return (
    excluded === undefined && isWorthShowing(score, { reasons: reasons.length, telling, isNamed }, minimum)
  );
}

const order = (a: Scored, b: Scored): number =>
  byScore({ id: a.candidate.id, score: a.score }, { id: b.candidate.id, score: b.score });

/** The best `limit`, but never at the cost of a city that the text names. */
function cut(ordered: readonly Scored[], limit: number): Scored[] {
  const named = ordered.filter(({ isNamed }) => isNamed);
  const others = ordered.filter(({ isNamed }) => !isNamed);
  return [...named, ...others.slice(0, Math.max(0, limit - named.length))].sort(order);
}

/** Ranks the candidates for a subject. Deterministic; every match carries at least two reasons. */
export function rankMatches(
  subject: MatchParty,
  candidates: readonly MatchParty[],
  graph: ConceptGraph,
  options: RankOptions = {},
): RankedMatch[] {
  const { limit = DEFAULT_LIMIT, minimum = DEFAULT_MINIMUM, spec } = options;
  const specOf = typeof spec === 'function' ? spec : () => spec;
  const scored = candidates.map((candidate) => scoreOf(subject, candidate, graph, specOf(candidate)));
  const ordered = scored.filter((pair) => isShown(pair, minimum)).sort(order);
  return cut(ordered, limit).map((pair, index) => ({ ...pair, rank: index + 1 }));
}
