import type { PartyKind } from '../party.js';
import { demandSide, relationOf, type FeatureWeights, type MatchSpec } from '../spec.js';

/** The weights by which a party of one kind judges one of another; undefined where the two are never matched. */
export function weightsOfJudge(
  { relations }: MatchSpec,
  judge: PartyKind,
  judged: PartyKind,
): FeatureWeights | undefined {
  const relation = relationOf(judge, judged);
  if (relation === undefined) return undefined;
  return demandSide(judge, judged) === 'right' ? relations[relation].supply : relations[relation].demand;
}
