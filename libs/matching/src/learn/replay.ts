import { lessonOf, type Answer } from './answers.js';
import { acceptance, type LearnedModel } from './model.js';

/** How well a model foretells answers it has not learnt from. */
export interface Replay {
  /** Mean squared error of the probabilities (Brier), 0 at best; an answer counts by its lesson's weight. */
  readonly error: number;
  /** Share of (accepted, not accepted) pairs of one organization in the right order; 0.5 is chance, and when there are none. */
  readonly order: number;
  readonly lessons: number;
}

interface Told {
  readonly label: 0 | 1;
  readonly probability: number;
}

export function replay(model: LearnedModel, answers: readonly Answer[]): Replay {
  const byOrganization = new Map<string, Told[]>();
  let weight = 0;
  let squares = 0;
  let lessons = 0;
  for (const answer of answers) {
    const lesson = lessonOf(answer);
    if (lesson === undefined) continue;
    const probability = acceptance(model, answer.organizationId, answer.values, answer.weights);
    weight += lesson.weight;
    squares += lesson.weight * (lesson.label - probability) ** 2;
    lessons += 1;
    const told = byOrganization.get(answer.organizationId) ?? [];
    told.push({ label: lesson.label, probability });
    byOrganization.set(answer.organizationId, told);
  }
  return {
    error: weight === 0 ? 0 : squares / weight,
    order: orderOf([...byOrganization.values()]),
    lessons,
  };
}

function orderOf(groups: readonly (readonly Told[])[]): number {
  let right = 0;
  let pairs = 0;
  for (const told of groups) {
    const refused = told.filter(({ label }) => label === 0);
    for (const { probability } of told.filter(({ label }) => label === 1)) {
      for (const other of refused) {
        pairs += 1;
        right += probability > other.probability ? 1 : probability === other.probability ? 0.5 : 0;
      }
    }
  }
  return pairs === 0 ? 0.5 : right / pairs;
}

/** The candidate if it foretells at least as well as the model in use, on the same answers; otherwise the one in use. */
export function promoted(
  inUse: LearnedModel,
  candidate: LearnedModel,
  answers: readonly Answer[],
): LearnedModel {
  const [before, after] = [replay(inUse, answers), replay(candidate, answers)];
  return after.error <= before.error && after.order >= before.order ? candidate : inUse;
}
