import { defineTransitions } from '#libs/kernel';

/** Work on a chosen quote, from the agreement to the rated end. */
export const ENGAGEMENT_STATES = [
  'agreement',
  'in_progress',
  'delivered',
  'revision',
  'accepted',
  'closed',
  'disputed',
  'cancelled',
] as const;
export type EngagementState = (typeof ENGAGEMENT_STATES)[number];

/** What a dispute freezes, and what work returns to when the chair lets it go on. */
export const FROZEN_STATES = ['in_progress', 'delivered', 'revision', 'accepted'] as const;
export type FrozenState = (typeof FROZEN_STATES)[number];

export type EngagementVerb =
  | 'begin'
  | 'lapse'
  | 'cancel'
  | 'deliver'
  | 'ask-revision'
  | 'accept'
  | 'close'
  | 'dispute'
  | 'resume-work'
  | 'resume-delivered'
  | 'resume-revision'
  | 'resume-accepted'
  | 'settle'
  | 'call-off';

const CHAIR = 'the chair of the consulting committee';

export const engagementTransitions = defineTransitions<EngagementState, EngagementVerb>({
  feature: 'engagement',
  initial: 'agreement',
  states: ENGAGEMENT_STATES,
  transitions: {
    begin: {
      from: ['agreement'],
      to: 'in_progress',
      actor: 'the system, with the last signature',
      event: 'engagement.begun',
    },
    lapse: {
      from: ['agreement'],
      to: 'cancelled',
      actor: 'the system, after 30 days',
      event: 'engagement.lapsed',
    },
    cancel: {
      from: ['agreement'],
      to: 'cancelled',
      actor: 'requester or consultant',
      event: 'engagement.cancelled',
    },
    deliver: {
      from: ['in_progress', 'revision'],
      to: 'delivered',
      actor: 'the consultant, with the last deliverable',
      event: 'deliverable.submitted',
    },
    'ask-revision': {
      from: ['delivered'],
      to: 'revision',
      actor: 'the requester',
      event: 'deliverable.revision-asked',
    },
    accept: {
      from: ['delivered'],
      to: 'accepted',
      actor: 'the requester, with the last deliverable',
      event: 'engagement.accepted',
    },
    close: {
      from: ['accepted'],
      to: 'closed',
      actor: 'the system, with the second rating or after 14 days',
      event: 'engagement.closed',
    },
    dispute: {
      from: [...FROZEN_STATES],
      to: 'disputed',
      actor: 'requester or consultant',
      event: 'engagement.disputed',
    },
    'resume-work': { from: ['disputed'], to: 'in_progress', actor: CHAIR, event: 'dispute.decided' },
    'resume-delivered': { from: ['disputed'], to: 'delivered', actor: CHAIR, event: 'dispute.decided' },
    'resume-revision': { from: ['disputed'], to: 'revision', actor: CHAIR, event: 'dispute.decided' },
    'resume-accepted': { from: ['disputed'], to: 'accepted', actor: CHAIR, event: 'dispute.decided' },
    settle: { from: ['disputed'], to: 'closed', actor: CHAIR, event: 'dispute.decided' },
    'call-off': { from: ['disputed'], to: 'cancelled', actor: CHAIR, event: 'dispute.decided' },
  },
});

/** The verb that lets work go on where a dispute froze it. */
export const RESUME: Readonly<Record<FrozenState, EngagementVerb>> = {
  in_progress: 'resume-work',
  delivered: 'resume-delivered',
  revision: 'resume-revision',
  accepted: 'resume-accepted',
};

/** While sessions are held and deliverables handed over. */
export const isWorking = (state: EngagementState): boolean =>
  state === 'in_progress' || state === 'delivered' || state === 'revision';

export const isOver = (state: EngagementState): boolean => state === 'closed' || state === 'cancelled';
