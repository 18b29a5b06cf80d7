import { amount, probability } from '../assign/bad-numbers.js';
import { FEATURE_CODES, type FeatureCode, type FeatureWeights } from '../spec.js';

/** Values of the compared features of a shown match, 0..1; what could not be compared is left out. */
export type FeatureValues = Readonly<Partial<Record<FeatureCode, number>>>;

/** Corrections of the weights, in logarithms: what was learnt to count more (> 0) or less (< 0) than assumed. */
export type Corrections = Readonly<Partial<Record<FeatureCode, number>>>;

/** What was learnt from answers. Plain data: it can be stored, compared and shown as it is. */
export interface LearnedModel {
  /** Grows with every fold of answers. */
  readonly version: number;
  readonly bias: number;
  /** Learnt from everybody. */
  readonly everybody: Corrections;
  /** Learnt from one organization's own answers, by its id. */
  readonly organizations: Readonly<Record<string, Corrections>>;
}

export const UNTAUGHT: LearnedModel = { version: 0, bias: 0, everybody: {}, organizations: {} };

/** What the model says of a match, and how that would change with each correction. */
export interface Foretold {
  /** 0..1. */
  readonly probability: number;
  /** The derivative of the logit by the correction of each compared feature. */
  readonly slopes: Corrections;
}

/** How steeply the chance of being accepted rises with a judgement. */
const STEEPNESS = 8;

/**
 * What the organization makes of a match with these features: the mean of their values by the weights as corrected, as
 * a judgement is made, and from it the chance to be accepted.
 *
 * @param weights those of the specification before learning; default all alike. Features without a weight do not count
 */
export function foretell(
  model: LearnedModel,
  organizationId: string,
  values: FeatureValues,
  weights?: FeatureWeights,
): Foretold {
  const own = model.organizations[organizationId] ?? {};
  const compared = FEATURE_CODES.flatMap((code) => {
    const value = values[code];
    const before = amount(weights === undefined ? 1 : (weights[code] ?? 0));
    if (value === undefined || Number.isNaN(value) || before === 0) return [];
    const weight = before * Math.exp((model.everybody[code] ?? 0) + (own[code] ?? 0));
    return [{ code, value: probability(value), weight }];
  });
  const total = compared.reduce((sum, { weight }) => sum + weight, 0);
  const mean =
    total === 0 ? HALF : compared.reduce((sum, { value, weight }) => sum + value * weight, 0) / total;
  return {
    probability: sigmoid(model.bias + STEEPNESS * (mean - HALF)),
    slopes: Object.fromEntries(
      compared.map(({ code, value, weight }) => [code, (STEEPNESS * weight * (value - mean)) / total]),
    ),
  };
}

const HALF = 0.5;
const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Probability, 0..1, that the organization accepts a match with these features. */
export const acceptance = (
  model: LearnedModel,
  organizationId: string,
  values: FeatureValues,
  weights?: FeatureWeights,
): number => foretell(model, organizationId, values, weights).probability;

/** What an organization may see of itself: the features it weighs otherwise than everybody, strongest first. */
export function learntAbout(
  model: LearnedModel,
  organizationId: string,
): readonly { readonly code: FeatureCode; readonly correction: number }[] {
  const own = model.organizations[organizationId] ?? {};
  return FEATURE_CODES.flatMap((code) => {
    const correction = own[code] ?? 0;
    return correction === 0 ? [] : [{ code, correction }];
  }).sort((a, b) => Math.abs(b.correction) - Math.abs(a.correction) || (a.code < b.code ? -1 : 1));
}

/** The same model, knowing nothing of this organization. */
export function forgetting(model: LearnedModel, organizationId: string): LearnedModel {
  const { [organizationId]: _, ...organizations } = model.organizations;
  return { ...model, version: model.version + 1, organizations };
}
