import type { Audience } from './audience.js';

type Nothing = Record<string, never>;
interface ToReviewer {
  toPersonId: string;
  toOrganizationId: string;
}

/** Review and decision of calls. The organization of each event is the one that runs the call, whoever acts. */
export interface ReviewEvents {
  /** Somebody is in the pool of a call from now on. */
  'reviewer.added': ToReviewer & { callId: string };
  'review.assigned': ToReviewer & { callId: string };
  /** Three days before it is due. */
  'review.reminded': ToReviewer;
  /** Declined, in conflict, or not done in time: somebody else is needed. */
  'review.given-back': { callId: string };
  'review.submitted': Nothing;
  /** Somebody spoke in the discussion of a proposal this person reviewed; the aggregate is their review. */
  'review.discussed': ToReviewer;
  /** All decisions are written and stand; they can be released. The aggregate is the call. */
  'decision.agreed': Nothing;
  /** What became of the call a person reviewed for; the aggregate is the call. */
  'review.outcome-told': ToReviewer;
}

const REVIEWER: Audience = { to: 'person', whose: 'payload.toPersonId' };
const RUNNER: Audience = { to: 'organization', whose: 'event' };

export const REVIEW_AUDIENCES: Readonly<Record<keyof ReviewEvents, Audience>> = {
  'reviewer.added': REVIEWER,
  'review.assigned': REVIEWER,
  'review.reminded': REVIEWER,
  'review.given-back': RUNNER,
  'review.submitted': {
    to: 'none',
    because: 'The desk sees it; nobody is to be drawn to a score by a notice.',
  },
  'review.discussed': REVIEWER,
  'decision.agreed': RUNNER,
  'review.outcome-told': REVIEWER,
};
