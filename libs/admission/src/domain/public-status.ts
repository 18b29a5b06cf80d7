import type { ApplicationState } from './application.js';
import type { RecommendationState } from './recommendation.js';

/** What an applicant is told. Other words than inside, so that the inside can change. */
export const PUBLIC_STATUSES = [
  'not-sent',
  'waiting-for-recommendation',
  'under-review',
  'your-answer-needed',
  'admitted',
  'not-admitted',
  'appeal-under-review',
  'withdrawn',
] as const;
export type PublicStatus = (typeof PUBLIC_STATUSES)[number];

const STATUS_OF: Readonly<Record<ApplicationState, PublicStatus>> = {
  draft: 'not-sent',
  submitted: 'under-review',
  awaiting_recommendation: 'waiting-for-recommendation',
  entry_proposal_review: 'under-review',
  info_requested: 'your-answer-needed',
  secretariat_review: 'under-review',
  accepted: 'admitted',
  rejected: 'not-admitted',
  appealed: 'appeal-under-review',
  withdrawn: 'withdrawn',
  superseded: 'not-admitted',
};

export function publicStatus(state: ApplicationState): PublicStatus {
  return STATUS_OF[state];
}

/** Whose turn it is, as an applicant is told. */
export const HOLDERS = ['applicant', 'recommender', 'reviewers', 'secretariat'] as const;
export type Holder = (typeof HOLDERS)[number];

const HOLDER_OF: Readonly<Record<ApplicationState, Holder | null>> = {
  draft: 'applicant',
  submitted: 'secretariat',
  awaiting_recommendation: 'recommender',
  entry_proposal_review: 'reviewers',
  info_requested: 'applicant',
  secretariat_review: 'secretariat',
  accepted: null,
  rejected: null,
  appealed: 'secretariat',
  withdrawn: null,
  superseded: null,
};

/** Who has the application; null when it is over. A recommender that will not answer leaves it to the applicant. */
export function holderOf(state: ApplicationState, request: RecommendationState | undefined): Holder | null {
  const isUnanswered = state === 'awaiting_recommendation' && request !== 'requested';
  return isUnanswered ? 'applicant' : HOLDER_OF[state];
}
