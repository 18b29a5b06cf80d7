import type { ConsultingEvents, EventEnvelope } from '#libs/contracts';
import type { NoticeFacts } from './notice.js';
import { type NoticeRule, waiting } from './notice-rule.js';

type ConsultingRules = { readonly [Type in keyof ConsultingEvents]: NoticeRule<Type> | 'silent' };
type WithRequest = Exclude<
  Extract<keyof ConsultingEvents, `expert-invitation.${string}` | `quote.${string}`>,
  'quote.submitted' | 'quote.revised' | 'quote.withdrawn'
>;
type Told = Omit<NoticeRule<keyof ConsultingEvents>, 'facts'>;

/**
 * How people are told of consulting requests. Quotes are sealed: nothing is said of one before all are opened, not
 * even that there is one.
 */
export const CONSULTING_RULES: ConsultingRules = {
  'consulting-request.submitted': { ...told({ mail: false }), receipt: true, facts: ofRequest },
  'consulting-request.arrived': waiting({ ...told({ mail: true }), facts: ofRequest }),
  'consulting-request.taken': { ...told({ mail: false }), facts: ofRequest },
  'consulting-request.information-asked': waiting({ ...told({ mail: true }), facts: ofRequest }),
  'consulting-request.information-reminded': waiting({ ...told({ mail: true }), facts: ofRequest }),
  'consulting-request.information-given': { ...told({ mail: false }), facts: ofRequest },
  'consulting-request.lapsed': { ...told({ mail: true }), facts: ofRequest },
  'consulting-request.answered': { ...told({ mail: true }), facts: ofRequest },
  'consulting-request.out-of-scope': { ...told({ mail: true }), facts: ofRequest },
  'consulting-request.matching-started': { ...told({ mail: false }), facts: ofRequest },
  'consulting-request.quoting-started': { ...told({ mail: false }), facts: ofRequest },
  'consulting-request.returned': waiting({ ...told({ mail: true }), facts: ofRequest }),
  'consulting-request.nobody-left': { ...told({ mail: true }), facts: ofRequest },
  'consulting-request.overdue': waiting({ ...told({ mail: true }), facts: ofRequest }),
  'consulting-request.delayed': { ...told({ mail: false }), facts: ofRequest },
  'consulting-request.unanswered': { ...told({ mail: true }), facts: ofRequest },
  'consulting-request.quotes-opened': waiting({ ...told({ mail: true }), facts: ofRequest }),
  'consulting-request.choice-reminded': waiting({ ...told({ mail: true }), facts: ofRequest }),
  'consulting-request.cancelled': { ...told({ mail: false }), facts: ofRequest },
  'consulting-request.engaged': 'silent',
  'consulting-request.closed': 'silent',
  'consulting-request.given-up': 'silent',
  'consulting-request.settled': 'silent',
  'expert-invitation.sent': waiting({ ...told({ mail: true }), facts: withRequest }),
  'expert-invitation.reminded': waiting({ ...told({ mail: true }), facts: withRequest }),
  'expert-invitation.released': { ...told({ mail: true }), facts: withRequest },
  'expert-invitation.accepted': { ...told({ mail: false }), facts: withRequest },
  'expert-invitation.declined': { ...told({ mail: false }), facts: withRequest },
  'expert-invitation.expired': { ...told({ mail: true }), facts: withRequest },
  'quote.submitted': 'silent',
  'quote.revised': 'silent',
  'quote.withdrawn': 'silent',
  'quote.taken-back': { ...told({ mail: true }), facts: withRequest },
  'quote.selected': { ...told({ mail: true }), facts: withRequest },
  'quote.not-selected': { ...told({ mail: true }), facts: withRequest },
  'quote.expired': { ...told({ mail: true }), facts: withRequest },
  'quote.released': { ...told({ mail: true }), facts: withRequest },
  'library-case.added': 'silent',
  'library-case.changed': 'silent',
  'currency-rate.stated': 'silent',
  'calendar.changed': 'silent',
};

function told({ mail }: { mail: boolean }): Told {
  return { notice: true, mail, receipt: false, leadsTo: 'consulting' };
}

/** The organization of every event is the one that asks. */
function ofRequest({ aggregateType, aggregateId, organizationId }: EventEnvelope): NoticeFacts {
  return { object: { type: aggregateType, id: aggregateId }, counterpartId: organizationId };
}

function withRequest({ organizationId, payload }: EventEnvelope<WithRequest>): NoticeFacts {
  return {
    object: { type: 'consulting_request', id: payload.requestId },
    counterpartId: organizationId,
  };
}
