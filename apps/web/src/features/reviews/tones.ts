import type { Tone } from '../../components/tag.js';
import type { Review, SheetRow } from './reviews.js';

export const REVIEW_TONES: Readonly<Record<Review['state'], Tone>> = {
  assigned: 'warning',
  accepted: 'brand',
  submitted: 'success',
  declined: 'neutral',
  conflicted: 'neutral',
  expired: 'danger',
};

export const OUTCOMES = ['accepted', 'conditional', 'waitlisted', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_TONES: Readonly<Record<Outcome, Tone>> = {
  accepted: 'success',
  conditional: 'brand',
  waitlisted: 'warning',
  rejected: 'danger',
};

/** What waits for somebody, first what waits longest in the order of the work. */
export const WORK_STATES = [
  'submitted',
  'screening',
  'more_info',
  'in_review',
  'discussion',
  'revision_requested',
  'ready_for_decision',
  'accepted',
  'conditional',
  'waitlisted',
  'rejected',
] as const satisfies readonly SheetRow['state'][];
