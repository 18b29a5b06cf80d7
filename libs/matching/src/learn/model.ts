import { FEATURE_CODES, type FeatureCode } from '../spec.js';

/** Values of the compared features of a shown match, 0..1; what could not be compared is left out. */
export type FeatureValues = Readonly<Partial<Record<FeatureCode, number>>>;

/** Corrections of the weights, in logits: what was learnt to matter more (> 0) or less (< 0) than assumed. */
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

/** Probability, 0..1, that the organization accepts a match with these features. */
export function acceptance(model: LearnedModel, organizationId: string, values: FeatureValues): number {
  const own = model.organizations[organizationId] ?? {};
  const logit = FEATURE_CODES.reduce(
    (sum, code) => sum + ((model.everybody[code] ?? 0) + (own[code] ?? 0)) * centred(values[code]),
    model.bias,
  );
  return sigmoid(logit);
}

/** Half-met is neutral; what was not compared says nothing. */
export const centred = (value: number | undefined): number => (value === undefined ? 0 : 2 * value - 1);

export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

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
