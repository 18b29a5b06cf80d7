import { deferredAcceptance, type Matching } from '../assign/deferred-acceptance.js';
import type { Edges } from '../assign/edges.js';

export interface ExposureLimits {
  /** How many counterparts each left is shown. */
  readonly listLength: number;
  /** How many answers each right can look through in the time the lists are shown. */
  readonly reviewsOf: ArrayLike<number>;
}

export interface Exposure extends Matching {
  /** Answers each right has to expect. Never more than it can look through. */
  readonly expected: Float64Array;
}

/**
 * Whom to show to whom, so that nobody is flooded: `byLeft` is the probability that the left wants the right when
 * shown it, `byRight` the reverse. A right is shown to those it would most likely accept, until the answers to be
 * expected, and not the heads that see it, fill its time. What a popular right cannot take goes to the next best.
 */
export function capExposure(edges: Edges, { listLength, reviewsOf }: ExposureLimits): Exposure {
  const matching = deferredAcceptance(edges, {
    ofLeft: new Float64Array(edges.lefts).fill(listLength),
    ofRight: reviewsOf,
    load: edges.byLeft,
  });
  const expected = new Float64Array(edges.rights);
  for (let edge = 0; edge < matching.kept.length; edge += 1)
    if (matching.kept[edge] === 1) expected[edges.right[edge]!]! += edges.byLeft[edge]!;
  return { ...matching, expected };
}

/** How unequally attention is spread: 0 when all have the same, towards 1 when one has all (Gini coefficient). */
export function gini(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b);
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (total <= 0) return 0;
  const weighted = sorted.reduce((sum, amount, at) => sum + amount * (2 * (at + 1) - sorted.length - 1), 0);
  return weighted / (sorted.length * total);
}
