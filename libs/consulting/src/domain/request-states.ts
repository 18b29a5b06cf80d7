import type { ConsultingEvents } from '#libs/contracts';
import { defineTransitions } from '#libs/kernel';

export const CONSULTING_REQUEST_STATES = [
  'draft',
  'submitted',
  'triage',
  'need_info',
  'matching',
  'quoting',
  'quote_selected',
  'engaged',
  'closed',
  'answered',
  'out_of_scope',
  'unanswered',
  'cancelled',
] as const;
export type ConsultingRequestState = (typeof CONSULTING_REQUEST_STATES)[number];

export type ConsultingRequestVerb =
  | 'submit'
  | 'take'
  | 'ask-information'
  | 'give-information'
  | 'lapse'
  | 'answer'
  | 'refuse'
  | 'start-matching'
  | 'start-quoting'
  | 'return'
  | 'leave-unanswered'
  | 'select'
  | 'engage'
  | 'close'
  | 'give-up'
  | 'cancel'
  | 'discard';

/** What each verb announces with the request as its aggregate; a choice is announced by the quote. */
export const REQUEST_EVENTS = {
  submit: 'consulting-request.submitted',
  take: 'consulting-request.taken',
  'ask-information': 'consulting-request.information-asked',
  'give-information': 'consulting-request.information-given',
  lapse: 'consulting-request.lapsed',
  answer: 'consulting-request.answered',
  refuse: 'consulting-request.out-of-scope',
  'start-matching': 'consulting-request.matching-started',
  'start-quoting': 'consulting-request.quoting-started',
  return: 'consulting-request.returned',
  'leave-unanswered': 'consulting-request.unanswered',
  engage: 'consulting-request.engaged',
  close: 'consulting-request.closed',
  'give-up': 'consulting-request.given-up',
  cancel: 'consulting-request.cancelled',
} as const satisfies Partial<Record<ConsultingRequestVerb, keyof ConsultingEvents>>;

const REQUESTER = 'the requesting organization';
const DESK = 'the secretariat';
const SYSTEM = 'the system';
const ENGAGEMENT = 'the engagement';

/**
 * The way of a request. `submitted` waits for the secretariat, `triage` is on somebody's desk there, `matching` waits
 * for experts to accept, `quoting` for quotes and the choice. From `quote_selected` on the engagement leads.
 */
export const consultingRequestTransitions = defineTransitions<ConsultingRequestState, ConsultingRequestVerb>({
  feature: 'consulting-request',
  initial: 'draft',
  states: CONSULTING_REQUEST_STATES,
  transitions: {
    submit: { from: ['draft'], to: 'submitted', actor: REQUESTER, event: REQUEST_EVENTS.submit },
    take: { from: ['submitted'], to: 'triage', actor: DESK, event: REQUEST_EVENTS.take },
    'ask-information': {
      from: ['submitted', 'triage'],
      to: 'need_info',
      actor: DESK,
      event: REQUEST_EVENTS['ask-information'],
    },
    'give-information': {
      from: ['need_info'],
      to: 'triage',
      actor: REQUESTER,
      event: REQUEST_EVENTS['give-information'],
    },
    lapse: {
      from: ['need_info'],
      to: 'cancelled',
      actor: `${SYSTEM}, after 30 days without the information`,
      event: REQUEST_EVENTS.lapse,
    },
    answer: { from: ['submitted', 'triage'], to: 'answered', actor: DESK, event: REQUEST_EVENTS.answer },
    refuse: { from: ['submitted', 'triage'], to: 'out_of_scope', actor: DESK, event: REQUEST_EVENTS.refuse },
    'start-matching': {
      from: ['submitted', 'triage'],
      to: 'matching',
      actor: `${DESK}; between members also ${REQUESTER}, by naming consultants`,
      event: REQUEST_EVENTS['start-matching'],
    },
    'start-quoting': {
      from: ['matching'],
      to: 'quoting',
      actor: 'the first expert who accepts',
      event: REQUEST_EVENTS['start-quoting'],
    },
    return: {
      from: ['matching', 'quoting'],
      to: 'triage',
      actor: `${SYSTEM}, when nobody is left of those who were asked`,
      event: REQUEST_EVENTS.return,
    },
    'leave-unanswered': {
      from: ['submitted', 'triage', 'matching', 'quoting'],
      to: 'unanswered',
      actor: `${DESK}, or ${SYSTEM} when the clock of the desk has run out three times`,
      event: REQUEST_EVENTS['leave-unanswered'],
    },
    select: { from: ['quoting'], to: 'quote_selected', actor: REQUESTER, event: 'quote.selected' },
    engage: { from: ['quote_selected'], to: 'engaged', actor: ENGAGEMENT, event: REQUEST_EVENTS.engage },
    close: { from: ['engaged'], to: 'closed', actor: ENGAGEMENT, event: REQUEST_EVENTS.close },
    'give-up': {
      from: ['quote_selected', 'engaged'],
      to: 'cancelled',
      actor: ENGAGEMENT,
      event: REQUEST_EVENTS['give-up'],
    },
    cancel: {
      from: ['submitted', 'triage', 'need_info', 'matching', 'quoting'],
      to: 'cancelled',
      actor: REQUESTER,
      event: REQUEST_EVENTS.cancel,
    },
    discard: { from: ['draft'], to: 'cancelled', actor: REQUESTER },
  },
});

/** States in which experts may still come to a request. */
export const OPEN_STATES: readonly ConsultingRequestState[] = [
  'submitted',
  'triage',
  'need_info',
  'matching',
  'quoting',
];

/** Where the secretariat has to do something. */
export const DESK_STATES: readonly ConsultingRequestState[] = ['submitted', 'triage'];

/** Working days the secretariat has for a request, each time it comes to its desk. */
export const TRIAGE_WORKING_DAYS = 3;
/** So often its clock may run out; then the requester is told that nobody answers. */
export const MOST_LATE_ROUNDS = 3;
/** Days after which missing information is asked for again, and after which the request is over. */
export const INFORMATION_REMINDER_DAYS = 10;
export const INFORMATION_DAYS = 30;
/** Days an expert has to answer an invitation; reminded two days before. */
export const INVITATION_DAYS = 5;
export const INVITATION_REMINDER_DAYS = 2;
/** Days from the first invitations to the close of the quotes, where nobody says otherwise. */
export const QUOTING_DAYS = 14;
export const MOST_QUOTING_DAYS = 90;
/** So many quotes open all of them at once. */
export const QUOTES_THAT_OPEN = 3;
/** Days after the opening on which the choice is asked for. */
export const CHOICE_REMINDER_DAYS = 7;
/** Experts asked at one time: by the secretariat, and by a requester who names them. */
export const MOST_INVITED = 5;
export const MOST_NAMED = 3;
