import type { EventEnvelope, OpportunityEvents } from '#libs/contracts';
import type { NoticeFacts } from './notice.js';
import { itself, type NoticeRule, waiting } from './notice-rule.js';

type OpportunityRules = {
  readonly [Type in keyof OpportunityEvents]: NoticeRule<Type> | 'silent';
};

/** How people are told of opportunities: those who offer them, the secretariat, and who showed interest in one. */
export const OPPORTUNITY_RULES: OpportunityRules = {
  'opportunity.handed-in': waiting(forSecretariat()),
  'opportunity.returned': waiting(forOwner({ mail: true })),
  'opportunity.taken-back': 'silent',
  'opportunity.published': forOwner({ mail: false }),
  'opportunity.changed': 'silent',
  'opportunity.flagged': waiting(forSecretariat()),
  'opportunity.paused': 'silent',
  'opportunity.resumed': 'silent',
  'opportunity.held': waiting(forOwner({ mail: true })),
  'opportunity.look-asked': waiting(forSecretariat()),
  'opportunity.released': forOwner({ mail: false }),
  'opportunity.renewed': 'silent',
  'opportunity.ending': waiting(forOwner({ mail: true })),
  'opportunity.expired': forOwner({ mail: true }),
  'opportunity.filled': 'silent',
  'opportunity.outcome-asked': waiting(forOwner({ mail: false })),
  'opportunity.outcome-reported': 'silent',
  'opportunity.closed': 'silent',
  'interest.opportunity-paused': forInterested({ mail: false }),
  'interest.opportunity-resumed': forInterested({ mail: false }),
  'interest.opportunity-ended': forInterested({ mail: true }),
};

type OwnEvent = Extract<keyof OpportunityEvents, `opportunity.${string}`>;
type InterestEvent = Extract<keyof OpportunityEvents, `interest.${string}`>;

function forOwner({ mail }: { mail: boolean }): NoticeRule<OwnEvent> {
  return { notice: true, mail, receipt: false, leadsTo: 'opportunities', facts: itself };
}

function forSecretariat(): NoticeRule<OwnEvent> {
  return {
    notice: true,
    mail: false,
    receipt: false,
    leadsTo: 'opportunities',
    facts: ({ aggregateType, aggregateId, organizationId }: EventEnvelope): NoticeFacts => ({
      object: { type: aggregateType, id: aggregateId },
      counterpartId: organizationId,
    }),
  };
}

/** The organization of these events is the one that offers the opportunity. */
function forInterested({ mail }: { mail: boolean }): NoticeRule<InterestEvent> {
  return {
    notice: true,
    mail,
    receipt: false,
    leadsTo: 'opportunities',
    facts: ({ payload, organizationId }) => ({
      object: { type: 'opportunity', id: payload.opportunityId },
      counterpartId: organizationId,
    }),
  };
}
