import type { NotStated, View } from '../features/feature.js';
import type { ConceptGraph, MatchParty } from '../party.js';
import { swapFacts, type Reason } from '../reasons.js';
import { soundParty } from '../sound-party.js';
import { DEFAULT_SPEC, relationOf, type MatchSpec } from '../spec.js';
import { exclusionOf, type Exclusion } from './eligible.js';
import { fuse } from './fusion.js';
import { judge } from './judgement.js';
import { mergeReasons } from './merge-reasons.js';
import { namedReason } from './named.js';
import { penaltiesOf, restAfter, type Penalty } from './penalties.js';
import { sidesOf } from './sides.js';

export type Fit = 'strong' | 'good' | 'possible';

export interface PairScore {
  /** 0..1; equals the sum of all contributions of `reasons` and `unmet` (up to floating point, 1e-9). */
  readonly score: number;
  readonly fit: Fit;
  /** What the left party thinks of the right one, and the reverse; undefined where that side stated nothing. */
  readonly left?: number;
  readonly right?: number;
  /** Set when the pair is impossible; then the score is 0 and there are no reasons. */
  readonly excluded?: Exclusion;
  /** Largest contribution first. */
  readonly reasons: readonly Reason[];
  /** Conditions not met, most costly first; their contributions are negative. */
  readonly unmet: readonly Reason[];
  /** What could not be compared, as `ours.<what>` or `theirs.<what>`, sorted. */
  readonly notStated: readonly string[];
}

/**
 * Each unmet condition takes its share of what the others leave. What they took together is divided among them by
 * `−ln(1−share)`, so that neither their order nor the side that set them matters.
 */
function applyPenalties(
  lifted: number,
  ours: readonly Penalty[],
  theirs: readonly Penalty[],
): { score: number; unmet: Reason[] } {
  // Side by side, so that both sides reckon the very same number.
  const score = lifted * (leftBy(ours) * leftBy(theirs));
  const loss = lifted - score;
  const swapped = theirs.map((penalty) => ({ ...penalty, facts: swapFacts(penalty.facts) }));
  const order = [...ours, ...swapped].sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1));
  const logs = order.map(({ share }) => Math.log(restAfter(share)));
  const total = logs.reduce((sum, log) => sum + log, 0);
  const unmet = order.map(({ code, facts }, at) => ({
    code,
    contribution: -loss * ((logs[at] ?? 0) / total),
    facts,
  }));
  return { score, unmet };
}

const leftBy = (penalties: readonly Penalty[]): number =>
  penalties.reduce((rest, { share }) => rest * restAfter(share), 1);

function fitOf(score: number, spec: MatchSpec): Fit {
  if (score >= spec.fit.strong) return 'strong';
  return score >= spec.fit.good ? 'good' : 'possible';
}

function marks(
  notStated: readonly NotStated[],
  seeker: 'ours' | 'theirs',
  giver: 'ours' | 'theirs',
): string[] {
  return notStated.map(({ side, what }) => `${side === 'seeker' ? seeker : giver}.${what}`);
}

const impossible = (excluded: Exclusion): PairScore => ({
  score: 0,
  fit: 'possible',
  excluded,
  reasons: [],
  unmet: [],
  notStated: [],
});

/**
 * Scores a pair from both sides and explains every point of it. Pure and symmetric: `scorePair(b, a)` has the same
 * score and codes, its facts and marks swapped.
 */
export function scorePair(
  leftParty: MatchParty,
  rightParty: MatchParty,
  graph: ConceptGraph,
  spec: MatchSpec = DEFAULT_SPEC,
): PairScore {
  const [left, right] = [soundParty(leftParty), soundParty(rightParty)];
  const excluded = exclusionOf(left, right);
  const relation = relationOf(left.kind, right.kind);
  if (excluded !== undefined || relation === undefined) return impossible(excluded ?? 'kinds_do_not_match');

  const sides = sidesOf(left.kind, right.kind, relation, spec);
  const ours: View = { seeker: left, giver: right, graph, spec };
  const theirs: View = { seeker: right, giver: left, graph, spec };
  const a = judge(ours, sides.left.weights);
  const b = judge(theirs, sides.right.weights);
  const fusion = fuse(a.value, b.value, sides.left.share, sides.right.share, spec.reciprocity);

  const named = namedReason(left, right, 1 - fusion.score, spec);
  const lifted = fusion.score + (named?.contribution ?? 0);
  const { score, unmet } = applyPenalties(
    lifted,
    penaltiesOf(left, right, spec),
    penaltiesOf(right, left, spec),
  );

  const reasons = mergeReasons([
    ...(named === undefined ? [] : [named]),
    ...a.terms.map(({ finding, amount }) => ({
      code: finding.code,
      contribution: amount * fusion.left,
      facts: finding.facts,
    })),
    ...b.terms.map(({ finding, amount }) => ({
      code: finding.code,
      contribution: amount * fusion.right,
      facts: swapFacts(finding.facts),
    })),
  ]);
  const notStated = [
    ...new Set([...marks(a.notStated, 'ours', 'theirs'), ...marks(b.notStated, 'theirs', 'ours')]),
  ].sort();
  return {
    score,
    fit: fitOf(score, spec),
    ...(a.value === undefined ? {} : { left: a.value }),
    ...(b.value === undefined ? {} : { right: b.value }),
    reasons,
    unmet,
    notStated,
  };
}
