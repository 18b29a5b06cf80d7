import type { CallEvents } from '#libs/contracts';
import { defineTransitions } from '#libs/kernel';

export const CALL_STATES = [
  'draft',
  'published',
  'open',
  'closed',
  'reviewing',
  'decided',
  'archived',
] as const;
export type CallState = (typeof CALL_STATES)[number];

export type CallVerb =
  'publish' | 'open' | 'close-stage' | 'start-reviewing' | 'decide' | 'archive' | 'call-off' | 'discard';

/** What each verb announces; a draft that is discarded was nobody else's business. */
export const CALL_EVENTS = {
  publish: 'call.published',
  open: 'call.opened',
  'close-stage': 'call.stage-closed',
  'start-reviewing': 'call.review-started',
  decide: 'call.decided',
  archive: 'call.archived',
  'call-off': 'call.called-off',
} as const satisfies Partial<Record<CallVerb, keyof CallEvents>>;

const RUNNER = 'the organization that runs the call';
const CHAIR = 'the chair of its reviews';
const DECIDERS = 'a deciding organization, with the release of its decisions';
const SYSTEM = 'the system';

/**
 * The life of a call. Its stages open and close by the clock of the database; a second stage opens once more after
 * the first was reviewed. A later change of the terms leaves the state as it is.
 */
export const callTransitions = defineTransitions<CallState, CallVerb>({
  feature: 'call',
  initial: 'draft',
  states: CALL_STATES,
  transitions: {
    publish: { from: ['draft'], to: 'published', actor: RUNNER, event: CALL_EVENTS.publish },
    open: { from: ['published', 'closed', 'reviewing'], to: 'open', actor: SYSTEM, event: CALL_EVENTS.open },
    'close-stage': { from: ['open'], to: 'closed', actor: SYSTEM, event: CALL_EVENTS['close-stage'] },
    'start-reviewing': {
      from: ['closed'],
      to: 'reviewing',
      actor: CHAIR,
      event: CALL_EVENTS['start-reviewing'],
    },
    decide: { from: ['reviewing'], to: 'decided', actor: DECIDERS, event: CALL_EVENTS.decide },
    archive: {
      from: ['decided'],
      to: 'archived',
      actor: `${RUNNER}, or the system after a year`,
      event: CALL_EVENTS.archive,
    },
    'call-off': {
      from: ['published', 'open', 'closed'],
      to: 'archived',
      actor: RUNNER,
      event: CALL_EVENTS['call-off'],
    },
    discard: { from: ['draft'], to: 'archived', actor: RUNNER },
  },
});

/** Days before the end of a stage on which those who follow the call are reminded. */
export const REMINDER_DAYS = 3;
/** Days after its decision on which a call goes to the archive by itself. */
export const ARCHIVE_DAYS = 365;
