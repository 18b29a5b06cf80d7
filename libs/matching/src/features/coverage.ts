import type { ConceptGraph, Weighted } from '../party.js';
import type { MatchSpec } from '../spec.js';

/** A wanted concept and the one that answers it best. */
export interface Pair {
  readonly wanted: Weighted;
  readonly given: Weighted;
  /** How well, 0..1: closeness of the concepts times the certainty of the given one. */
  readonly strength: number;
}

export interface Coverage {
  /** Share of what is wanted that is given, 0..1. */
  readonly value: number;
  /** The answered ones, best first. */
  readonly pairs: readonly Pair[];
}

/** How close two concepts are, 0..1: the same, related by the graph, or parent and child. Symmetric if the graph is. */
export function closeness(a: string, b: string, graph: ConceptGraph, spec: MatchSpec): number {
  if (a === b) return 1;
  const related = graph.related(a).find((link) => link.id === b)?.weight ?? 0;
  const isFamily = graph.parent(a) === b || graph.parent(b) === a;
  return Math.min(1, Math.max(related * spec.closeness.related, isFamily ? spec.closeness.parent : 0));
}

function bestAnswer(
  wanted: Weighted,
  given: readonly Weighted[],
  graph: ConceptGraph,
  spec: MatchSpec,
): Pair | undefined {
  let best: Pair | undefined;
  for (const candidate of given) {
    const strength = closeness(wanted.id, candidate.id, graph, spec) * candidate.weight;
    if (strength > (best?.strength ?? 0)) best = { wanted, given: candidate, strength };
  }
  return best;
}

/** How much of what one party wants the other gives, across languages and through related concepts. */
export function cover(
  wanted: readonly Weighted[],
  given: readonly Weighted[],
  graph: ConceptGraph,
  spec: MatchSpec,
): Coverage {
  const pairs: Pair[] = [];
  let met = 0;
  let total = 0;
  for (const concept of wanted) {
    total += concept.weight;
    const answer = bestAnswer(concept, given, graph, spec);
    if (answer === undefined) continue;
    met += concept.weight * answer.strength;
    pairs.push(answer);
  }
  pairs.sort(
    (a, b) =>
      b.strength * b.wanted.weight - a.strength * a.wanted.weight || (a.wanted.id < b.wanted.id ? -1 : 1),
  );
  return { value: total === 0 ? 0 : Math.min(1, met / total), pairs };
}
