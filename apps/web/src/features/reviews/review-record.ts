import type { FormRecord, Remote } from '../../forms/autosave.js';
import { api, ifMatch, read } from '../../lib/api.js';
import type { ReviewDetail } from './reviews.js';

/** What stands in the rubric. */
export interface ReviewWords {
  /** By key of the criterion. */
  scores: Readonly<Record<string, number>>;
  comment: string;
  note: string;
  language: string;
}

export function formOf({ scores, comment, note, language }: ReviewDetail): ReviewWords {
  return {
    scores: Object.fromEntries(scores.map(({ key, score }) => [key, score])),
    comment: comment ?? '',
    note: note ?? '',
    language: language ?? document.documentElement.lang,
  };
}

/** How a review is read and written. It is never begun here: who is asked has one. */
export function reviewRecord(personId: string): FormRecord<ReviewWords> {
  const accept = (review: ReviewDetail): Remote<ReviewWords> => ({
    id: review.id,
    version: review.version,
    form: formOf(review),
  });
  return {
    key: `${personId}/proposal-review`,
    isReady: () => true,
    isValid: () => true,
    create: () => Promise.reject(new Error('A review is begun by who runs the call.')),
    update: async (id, version, { scores, ...changes }) =>
      accept(
        await read(
          api.PATCH('/api/v1/reviews/{id}', {
            params: { path: { id }, header: ifMatch(version) },
            body: {
              ...changes,
              ...(scores && { scores: Object.entries(scores).map(([key, score]) => ({ key, score })) }),
            },
          }),
        ),
      ),
    read: async (id) => accept(await read(api.GET('/api/v1/reviews/{id}', { params: { path: { id } } }))),
  };
}

/** The total as the server counts it, 0 to 100 with two decimals; null until every criterion is scored. */
export function weightedTotal(
  criteria: ReviewDetail['criteria'],
  scores: ReviewWords['scores'],
): number | null {
  let [sum, weights] = [0, 0];
  for (const { key, weight, min, max } of criteria) {
    const score = scores[key];
    if (score === undefined) return null;
    sum += weight * (max === min ? 1 : (score - min) / (max - min));
    weights += weight;
  }
  return Math.round((10_000 * sum) / weights) / 100;
}
