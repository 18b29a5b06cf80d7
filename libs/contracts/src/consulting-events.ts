import type { Audience } from './audience.js';

type Nothing = Record<string, never>;
interface OfRequest {
  requestId: string;
  toOrganizationId: string;
}

/**
 * Consulting requests, the experts asked to take them, and quotes. The aggregate of `consulting-request.*` is the
 * request and its organization the one that asks, whoever acts. What is said of a quote before the quotes are opened
 * is said to nobody.
 */
export interface ConsultingEvents {
  'consulting-request.submitted': Nothing;
  /** It waits at the desk of the secretariat. */
  'consulting-request.arrived': Nothing;
  'consulting-request.taken': Nothing;
  'consulting-request.information-asked': Nothing;
  'consulting-request.information-reminded': Nothing;
  'consulting-request.information-given': Nothing;
  /** The question was not answered; it is over. */
  'consulting-request.lapsed': Nothing;
  'consulting-request.answered': Nothing;
  'consulting-request.out-of-scope': Nothing;
  'consulting-request.matching-started': Nothing;
  'consulting-request.quoting-started': Nothing;
  /** Of all who were asked nobody is left: the secretariat has it again. */
  'consulting-request.returned': Nothing;
  /** The same, for who had asked. */
  'consulting-request.nobody-left': Nothing;
  /** The secretariat has let the clock run out. */
  'consulting-request.overdue': Nothing;
  /** The same, for who had asked. */
  'consulting-request.delayed': Nothing;
  'consulting-request.unanswered': Nothing;
  'consulting-request.quotes-opened': Nothing;
  'consulting-request.choice-reminded': Nothing;
  'consulting-request.cancelled': Nothing;
  'consulting-request.engaged': Nothing;
  'consulting-request.closed': Nothing;
  'consulting-request.given-up': Nothing;
  /** Experts need not look at it any more, whatever became of it. */
  'consulting-request.settled': Nothing;
  /** `toOrganizationId` is the expert's. */
  'expert-invitation.sent': OfRequest;
  'expert-invitation.reminded': OfRequest;
  'expert-invitation.released': OfRequest;
  /** `toOrganizationId` is who had invited, `byOrganizationId` the expert's. */
  'expert-invitation.accepted': OfRequest & { byOrganizationId: string };
  'expert-invitation.declined': OfRequest & { byOrganizationId: string };
  'expert-invitation.expired': OfRequest & { byOrganizationId: string };
  'quote.submitted': { requestId: string };
  'quote.revised': { requestId: string };
  'quote.withdrawn': { requestId: string };
  /** Withdrawn when it could be read; for who had asked. */
  'quote.taken-back': OfRequest;
  /** `toOrganizationId` is the expert's, here and below. */
  'quote.selected': OfRequest;
  'quote.not-selected': OfRequest;
  'quote.expired': OfRequest;
  'quote.released': OfRequest;
  'library-case.added': Nothing;
  'library-case.changed': Nothing;
  'currency-rate.stated': Nothing;
  'calendar.changed': Nothing;
}

const REQUESTER: Audience = { to: 'organization', whose: 'event' };
const NAMED: Audience = { to: 'organization', whose: 'payload.toOrganizationId' };
const DESK: Audience = { to: 'secretariat' };
const SEALED: Audience = { to: 'none', because: 'A quote is sealed until all are opened.' };
const ENGAGEMENT: Audience = { to: 'none', because: 'The engagement tells it.' };

export const CONSULTING_AUDIENCES: Readonly<Record<keyof ConsultingEvents, Audience>> = {
  'consulting-request.submitted': REQUESTER,
  'consulting-request.arrived': DESK,
  'consulting-request.taken': REQUESTER,
  'consulting-request.information-asked': REQUESTER,
  'consulting-request.information-reminded': REQUESTER,
  'consulting-request.information-given': DESK,
  'consulting-request.lapsed': REQUESTER,
  'consulting-request.answered': REQUESTER,
  'consulting-request.out-of-scope': REQUESTER,
  'consulting-request.matching-started': REQUESTER,
  'consulting-request.quoting-started': REQUESTER,
  'consulting-request.returned': DESK,
  'consulting-request.nobody-left': REQUESTER,
  'consulting-request.overdue': DESK,
  'consulting-request.delayed': REQUESTER,
  'consulting-request.unanswered': REQUESTER,
  'consulting-request.quotes-opened': REQUESTER,
  'consulting-request.choice-reminded': REQUESTER,
  'consulting-request.cancelled': DESK,
  'consulting-request.engaged': ENGAGEMENT,
  'consulting-request.closed': ENGAGEMENT,
  'consulting-request.given-up': ENGAGEMENT,
  'consulting-request.settled': { to: 'none', because: 'What it came to is told by an event of its own.' },
  'expert-invitation.sent': NAMED,
  'expert-invitation.reminded': NAMED,
  'expert-invitation.released': NAMED,
  'expert-invitation.accepted': NAMED,
  'expert-invitation.declined': NAMED,
  'expert-invitation.expired': NAMED,
  'quote.submitted': SEALED,
  'quote.revised': SEALED,
  'quote.withdrawn': SEALED,
  'quote.taken-back': NAMED,
  'quote.selected': NAMED,
  'quote.not-selected': NAMED,
  'quote.expired': NAMED,
  'quote.released': NAMED,
  'library-case.added': { to: 'none', because: 'It is found when somebody asks something like it.' },
  'library-case.changed': { to: 'none', because: 'It is found as it is now when somebody asks.' },
  'currency-rate.stated': { to: 'none', because: 'It is shown with its date wherever it is used.' },
  'calendar.changed': { to: 'none', because: 'It counts from the next clock on.' },
};
