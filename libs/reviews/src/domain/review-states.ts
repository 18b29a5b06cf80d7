import { defineTransitions } from '#libs/kernel';

/** The duty of one person to review one proposal, from being asked to handing in. */
export const REVIEW_STATES = [
  'assigned',
  'accepted',
  'declined',
  'conflicted',
  'submitted',
  'expired',
] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Duties that are still expected, or done. */
export const COUNTING_STATES = ['assigned', 'accepted', 'submitted'] as const satisfies ReviewState[];
/** Duties that somebody still has to do something about. */
export const OPEN_STATES = ['assigned', 'accepted'] as const satisfies ReviewState[];

export type ReviewVerb = 'accept' | 'decline' | 'declare-conflict' | 'submit' | 'expire' | 'release';

export const reviewTransitions = defineTransitions<ReviewState, ReviewVerb>({
  feature: 'review',
  initial: 'assigned',
  states: REVIEW_STATES,
  transitions: {
    accept: { from: ['assigned'], to: 'accepted', actor: 'the reviewer' },
    decline: { from: [...OPEN_STATES], to: 'declined', actor: 'the reviewer', event: 'review.given-back' },
    'declare-conflict': {
      from: [...OPEN_STATES],
      to: 'conflicted',
      actor: 'the reviewer',
      event: 'review.given-back',
    },
    submit: { from: ['accepted'], to: 'submitted', actor: 'the reviewer', event: 'review.submitted' },
    expire: {
      from: [...OPEN_STATES],
      to: 'expired',
      actor: 'the system, by the clock',
      event: 'review.given-back',
    },
    release: {
      from: [...OPEN_STATES],
      to: 'declined',
      actor: 'the system, when the reviewer may not review any more',
      event: 'review.given-back',
    },
  },
});

export function isOpen(state: ReviewState): boolean {
  return state === 'assigned' || state === 'accepted';
}
