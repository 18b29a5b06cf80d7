import { FEATURE_CODES, type FeatureCode } from '../spec.js';
import type { LearnedModel } from './model.js';

/** Learning shifts a weight at most by these factors: the model stays the one that is explained. */
const LEAST = 0.5;
const MOST = 2;
/** Less than this share is not worth a word. */
const AS_ASSUMED = 0.02;

/** What a weight is multiplied by for a correction. */
export const factorOf = (correction = 0): number => Math.max(LEAST, Math.min(MOST, Math.exp(correction)));

/** How a feature counts in the lists of an organization, compared with what the specification assumes. */
export interface LearntFeature {
  readonly code: FeatureCode;
  readonly counts: 'more' | 'less';
  /** What its weight is multiplied by, 0.5 to 2, before all weights are scaled to their old sum. */
  readonly factor: number;
  /** Of that, what all organizations taught, and what this one did. */
  readonly byEverybody: number;
  readonly byItself: number;
}

/**
 * What was learnt, in terms of features, the largest shift first; what counts as assumed is left out. Without an
 * organization: what was learnt from everybody.
 */
export function describeLearnt(model: LearnedModel, organizationId?: string): readonly LearntFeature[] {
  const own = organizationId === undefined ? {} : (model.organizations[organizationId] ?? {});
  return FEATURE_CODES.map((code): LearntFeature => {
    const [general, special] = [model.everybody[code] ?? 0, own[code] ?? 0];
    return {
      code,
      counts: general + special > 0 ? 'more' : 'less',
      factor: factorOf(general + special),
      byEverybody: Math.exp(general),
      byItself: Math.exp(special),
    };
  })
    .filter(({ factor }) => Math.abs(factor - 1) >= AS_ASSUMED)
    .sort(
      (a, b) => Math.abs(Math.log(b.factor)) - Math.abs(Math.log(a.factor)) || (a.code < b.code ? -1 : 1),
    );
}
