import { FEATURE_CODES, type FeatureCode } from '../spec.js';
import { lessonOf, type Answer, type Lesson } from './answers.js';
import { foretell, type Corrections, type LearnedModel } from './model.js';

/** Steps of the online logistic regression, and how fast an organization's own corrections return to nothing. */
export const LEARNING = {
  everybody: 0.02,
  organization: 0.1,
  ridge: 0.15,
  reasoned: 0.3,
  most: 1,
  mostBias: 4,
} as const;

const bounded = (value: number, most: number = LEARNING.most): number =>
  Math.max(-most, Math.min(most, value));

/** Folds answers, in their order, into a model. One answer moves little, and no correction grows beyond a bound. */
export function foldAnswers(model: LearnedModel, answers: readonly Answer[]): LearnedModel {
  let { bias, everybody } = model;
  const organizations = new Map(Object.entries(model.organizations));
  for (const answer of answers) {
    const lesson = lessonOf(answer);
    if (lesson === undefined) continue;
    const { organizationId } = answer;
    const own = organizations.get(organizationId) ?? {};
    const now = { ...model, bias, everybody, organizations: { [organizationId]: own } };
    const { probability, slopes } = foretell(now, organizationId, answer.values, answer.weights);
    const error = (lesson.label - probability) * lesson.weight;
    bias = bounded(bias + LEARNING.everybody * error, LEARNING.mostBias);
    everybody = stepped(everybody, slopes, LEARNING.everybody * error, 0);
    const learnt = stepped(
      own,
      slopes,
      LEARNING.organization * error,
      LEARNING.organization * LEARNING.ridge,
    );
    organizations.set(organizationId, withReason(learnt, answer, lesson));
  }
  return { version: model.version + 1, bias, everybody, organizations: Object.fromEntries(organizations) };
}

function stepped(corrections: Corrections, slopes: Corrections, step: number, ridge: number): Corrections {
  return mapped((code) => {
    const was = corrections[code] ?? 0;
    return bounded(was + step * (slopes[code] ?? 0) - ridge * was);
  });
}

/** A decline that names its reason says which feature matters more to this organization than was thought. */
function withReason(corrections: Corrections, { kind, reason }: Answer, { weight }: Lesson): Corrections {
  if (kind !== 'decline' || reason === undefined) return corrections;
  return {
    ...corrections,
    [reason]: bounded((corrections[reason] ?? 0) + LEARNING.reasoned * Math.min(1, weight)),
  };
}

function mapped(of: (code: FeatureCode) => number): Corrections {
  return Object.fromEntries(
    FEATURE_CODES.map((code) => [code, of(code)] as const).filter(([, correction]) => correction !== 0),
  );
}
