import type { PartyKind } from '../party.js';
import { demandSide, type FeatureWeights, type MatchSpec, type Relation } from '../spec.js';

/** How one of two sides judges, and how much its judgement weighs in the fused score. */
export interface Side {
  readonly weights: FeatureWeights;
  readonly share: number;
}

export interface Sides {
  readonly left: Side;
  readonly right: Side;
}

/** Who asks and who answers in this relation; in a partnership both ask. */
export function sidesOf(left: PartyKind, right: PartyKind, relation: Relation, spec: MatchSpec): Sides {
  const { demand, supply, demandShare } = spec.relations[relation];
  const asks = { weights: demand, share: demandShare };
  const answers = { weights: supply, share: 1 - demandShare };
  switch (demandSide(left, right)) {
    case 'left':
      return { left: asks, right: answers };
    case 'right':
      return { left: answers, right: asks };
    default:
      return { left: { weights: demand, share: 0.5 }, right: { weights: demand, share: 0.5 } };
  }
}
