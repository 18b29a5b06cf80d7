import type { EventEnvelope, ProposalEvents } from '#libs/contracts';
import type { NoticeFacts } from './notice.js';
import { itself, type NoticeRule, waiting } from './notice-rule.js';

type ProposalRules = { readonly [Type in keyof ProposalEvents]: NoticeRule<Type> | 'silent' };

/** How people are told of proposals: those who lead one, its partners, who writes along, and cities it asks. */
export const PROPOSAL_RULES: ProposalRules = {
  'proposal.submitted': { ...forLead({ mail: false }), receipt: true },
  'proposal.withdrawn': forLead({ mail: false }),
  'proposal.supplied': { ...forOthers({ mail: false }), ofAssessment: true },
  'proposal.moved': 'silent',
  'proposal.more-info-asked': waiting(forLead({ mail: true })),
  'proposal.revision-requested': waiting(forLead({ mail: true })),
  'proposal.released': forLead({ mail: true }),
  'proposal.outcome-told': forOthers({ mail: true }),
  'proposal.advanced': waiting(forLead({ mail: true })),
  'proposal.handed-in': forOthers({ mail: true }),
  'proposal.taken-back': forOthers({ mail: true }),
  'proposal.partner-invited': waiting(forOthers({ mail: true })),
  'proposal.partner-removed': forOthers({ mail: true }),
  'proposal.partner-accepted': ofOthers({ mail: false }),
  'proposal.partner-declined': ofOthers({ mail: true }),
  'proposal.partner-left': ofOthers({ mail: true }),
  'proposal.signed-off': ofOthers({ mail: false }),
  'proposal.sign-off-voided': waiting(forOthers({ mail: true })),
  'proposal.coauthor-invited': waiting(forPerson({ mail: true })),
  'proposal.coauthor-answered': forPerson({ mail: false }),
  'proposal.coauthor-expired': forPerson({ mail: false }),
  'proposal.commented': forPerson({ mail: false }),
  'proposal.letter-asked': waiting(forOthers({ mail: true })),
  'proposal.letter-given': ofOthers({ mail: false }),
  'proposal.letter-declined': ofOthers({ mail: true }),
  'proposal.letter-revoked': ofOthers({ mail: true }),
};

type EventsWith<Payload> = {
  [Type in keyof ProposalEvents]: ProposalEvents[Type] extends Payload ? Type : never;
}[keyof ProposalEvents];

function forLead({ mail }: { mail: boolean }): NoticeRule<keyof ProposalEvents> {
  return { notice: true, mail, receipt: false, leadsTo: 'proposals', facts: itself };
}

/** The counterpart of these is who leads the proposal. */
function forOthers({ mail }: { mail: boolean }): NoticeRule<EventsWith<{ toOrganizationId: string }>> {
  return { ...forLead({ mail }), facts: (event) => about(event, event.organizationId) };
}

/** … and of these who has done it. */
function ofOthers({ mail }: { mail: boolean }): NoticeRule<EventsWith<{ byOrganizationId: string }>> {
  return { ...forLead({ mail }), facts: (event) => about(event, event.payload.byOrganizationId) };
}

function forPerson({ mail }: { mail: boolean }): NoticeRule<EventsWith<{ onBehalfOf: string }>> {
  return {
    ...forLead({ mail }),
    onBehalfOf: ({ payload }) => payload.onBehalfOf,
    facts: (event) => about(event, event.organizationId),
  };
}

function about({ aggregateType, aggregateId }: EventEnvelope, counterpartId: string | null): NoticeFacts {
  return { object: { type: aggregateType, id: aggregateId }, counterpartId };
}
