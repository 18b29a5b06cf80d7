import { FEATURE_CODES, type FeatureWeights, type MatchSpec, type RelationSpec } from '../spec.js';
import { factorOf } from './describe.js';
import type { Corrections, LearnedModel } from './model.js';

/**
 * The model's weights as answers have corrected them, for the lists of one organization: each is multiplied by e to
 * the correction, within bounds, and all are scaled so that their sum stays. Every score under it is explained as
 * before, and its version names what it was made from.
 */
export function learnedSpec(spec: MatchSpec, model: LearnedModel, organizationId?: string): MatchSpec {
  const own = organizationId === undefined ? {} : (model.organizations[organizationId] ?? {});
  const corrections = Object.fromEntries(
    FEATURE_CODES.map((code) => [code, (model.everybody[code] ?? 0) + (own[code] ?? 0)]),
  );
  if (Object.values(corrections).every((correction) => correction === 0)) return spec;
  const relations = Object.fromEntries(
    Object.entries(spec.relations).map(([relation, of]) => [relation, corrected(of, corrections)]),
  ) as unknown as MatchSpec['relations'];
  const owner = organizationId === undefined ? '' : ` ${organizationId}`;
  return { ...spec, version: `${spec.version}+${model.version}${owner}`, relations };
}

function corrected(relation: RelationSpec, corrections: Corrections): RelationSpec {
  return {
    ...relation,
    demand: reweighted(relation.demand, corrections),
    supply: reweighted(relation.supply, corrections),
  };
}

function reweighted(weights: FeatureWeights, corrections: Corrections): FeatureWeights {
  const shifted = FEATURE_CODES.flatMap((code) => {
    const weight = weights[code];
    if (weight === undefined) return [];
    return [[code, weight * factorOf(corrections[code])] as const];
  });
  const before = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const after = shifted.reduce((sum, [, weight]) => sum + weight, 0);
  return Object.fromEntries(
    shifted.map(([code, weight]) => [code, after === 0 ? 0 : (weight * before) / after]),
  );
}
