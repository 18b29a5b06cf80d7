import type { ConceptGraph, MatchParty } from '../party.js';
import { judge } from '../score/judgement.js';
import { sidesOf } from '../score/sides.js';
import { DEFAULT_SPEC, type MatchSpec, relationOf } from '../spec.js';
import type { FeatureValues } from './model.js';

/** How well each feature of the other party met what this one looks for; empty for two that cannot be matched. */
export function featureValues(
  own: MatchParty,
  other: MatchParty,
  graph: ConceptGraph,
  spec: MatchSpec = DEFAULT_SPEC,
): FeatureValues {
  const relation = relationOf(own.kind, other.kind);
  if (relation === undefined) return {};
  const { weights } = sidesOf(own.kind, other.kind, relation, spec).left;
  const { terms } = judge({ seeker: own, giver: other, graph, spec }, weights);
  return Object.fromEntries(terms.map(({ finding: { code, value } }) => [code, value]));
}
