import type { OpportunityEvents } from '#libs/contracts';
import { defineTransitions } from '#libs/kernel';

export const OPPORTUNITY_STATES = [
  'draft',
  'review',
  'published',
  'paused',
  'filled',
  'expired',
  'closed',
] as const;
export type OpportunityState = (typeof OPPORTUNITY_STATES)[number];

export type OpportunityVerb =
  | 'publish'
  | 'hand-in'
  | 'take-back'
  | 'approve'
  | 'return'
  | 'pause'
  | 'resume'
  | 'hold'
  | 'ask-look'
  | 'release'
  | 'renew'
  | 'expire'
  | 'fill'
  | 'report-outcome'
  | 'close'
  | 'discard';

/** What each verb announces; a verb that is nobody else's business announces nothing. */
export const OPPORTUNITY_EVENTS = {
  publish: 'opportunity.published',
  'hand-in': 'opportunity.handed-in',
  'take-back': 'opportunity.taken-back',
  approve: 'opportunity.published',
  return: 'opportunity.returned',
  pause: 'opportunity.paused',
  resume: 'opportunity.resumed',
  hold: 'opportunity.held',
  'ask-look': 'opportunity.look-asked',
  release: 'opportunity.released',
  renew: 'opportunity.renewed',
  expire: 'opportunity.expired',
  fill: 'opportunity.filled',
  'report-outcome': 'opportunity.outcome-reported',
  close: 'opportunity.closed',
} as const satisfies Partial<Record<OpportunityVerb, keyof OpportunityEvents>>;

const OWNER = 'the offering organization';
const SECRETARIAT = 'an officer of the secretariat';
const SYSTEM = 'the system';

/**
 * The life of an opportunity. Publication is one step unless the quality check asks the secretariat to look first
 * (`review`). What the secretariat holds is `paused` and marked as held: its owner mends it and asks for a look.
 */
export const opportunityTransitions = defineTransitions<OpportunityState, OpportunityVerb>({
  feature: 'opportunity',
  initial: 'draft',
  states: OPPORTUNITY_STATES,
  transitions: {
    publish: { from: ['draft'], to: 'published', actor: OWNER, event: OPPORTUNITY_EVENTS.publish },
    'hand-in': { from: ['draft'], to: 'review', actor: OWNER, event: OPPORTUNITY_EVENTS['hand-in'] },
    'take-back': { from: ['review'], to: 'draft', actor: OWNER, event: OPPORTUNITY_EVENTS['take-back'] },
    approve: { from: ['review'], to: 'published', actor: SECRETARIAT, event: OPPORTUNITY_EVENTS.approve },
    return: { from: ['review'], to: 'draft', actor: SECRETARIAT, event: OPPORTUNITY_EVENTS.return },
    pause: { from: ['published'], to: 'paused', actor: OWNER, event: OPPORTUNITY_EVENTS.pause },
    resume: { from: ['paused'], to: 'published', actor: OWNER, event: OPPORTUNITY_EVENTS.resume },
    hold: {
      from: ['published', 'paused'],
      to: 'paused',
      actor: SECRETARIAT,
      event: OPPORTUNITY_EVENTS.hold,
    },
    'ask-look': { from: ['paused'], to: 'paused', actor: OWNER, event: OPPORTUNITY_EVENTS['ask-look'] },
    release: { from: ['paused'], to: 'published', actor: SECRETARIAT, event: OPPORTUNITY_EVENTS.release },
    renew: { from: ['published', 'expired'], to: 'published', actor: OWNER, event: OPPORTUNITY_EVENTS.renew },
    expire: { from: ['published', 'paused'], to: 'expired', actor: SYSTEM, event: OPPORTUNITY_EVENTS.expire },
    fill: { from: ['published', 'paused'], to: 'filled', actor: OWNER, event: OPPORTUNITY_EVENTS.fill },
    'report-outcome': {
      from: ['filled'],
      to: 'filled',
      actor: OWNER,
      event: OPPORTUNITY_EVENTS['report-outcome'],
    },
    close: {
      from: ['review', 'published', 'paused'],
      to: 'closed',
      actor: OWNER,
      event: OPPORTUNITY_EVENTS.close,
    },
    discard: { from: ['draft'], to: 'closed', actor: OWNER },
  },
});

/** True while the content may change: not while somebody looks at it, and not once it is over. */
export function isEditable(state: OpportunityState): boolean {
  return state === 'draft' || state === 'published' || state === 'paused';
}

/** Days a publication lasts; one renewal adds as many. */
export const LIFE_DAYS = 180;
/** Days before its end in which it can be renewed, and afterwards. */
export const RENEWAL_DAYS = 30;
/** Days before its end on which its owner is reminded. */
export const REMINDER_DAYS = 14;
/** Days after it was filled on which its owner is asked for the outcome. */
export const OUTCOME_DAYS = 30;

/** Why an opportunity was closed without having been filled. */
export const CLOSE_REASONS = [
  'no-longer-needed',
  'no-partner-found',
  'plans-changed',
  'filled-elsewhere',
  'other',
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** What came of an opportunity that was filled. */
export const OUTCOMES = ['agreement', 'joint-project', 'order', 'talks', 'nothing'] as const;
export type Outcome = (typeof OUTCOMES)[number];
