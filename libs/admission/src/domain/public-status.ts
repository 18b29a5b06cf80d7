import type { ApplicationState } from './application.js';

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
};

export function publicStatus(state: ApplicationState): PublicStatus {
  return STATUS_OF[state];
}
