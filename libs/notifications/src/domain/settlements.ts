import type { DomainEventType, EventEnvelope } from '#libs/contracts';

/** What need not wait any more: rows about an object, of everybody or only of one organization or person. */
export interface Settlement {
  readonly objectId: string;
  readonly organizationId?: string | null;
  readonly personId?: string;
}

type Settlements = { readonly [Type in DomainEventType]?: (event: EventEnvelope<Type>) => Settlement };

/** Whoever did what was asked for, it was done for the organization: no colleague is asked any more. */
export const SETTLEMENTS: Settlements = {
  'profile.facts-confirmed': itsObject,
  'contact-request.accepted': itsObject,
  'contact-request.declined': itsObject,
  'contact-request.withdrawn': itsObject,
  'conversation-report.decided': itsObject,
  'interest.accepted': ({ payload }) => ({ objectId: payload.matchId }),
  'interest.declined': ({ payload }) => ({ objectId: payload.matchId }),
  'interest.expired': ({ payload }) => ({ objectId: payload.matchId }),
  'opportunity.published': itsObject,
  'opportunity.released': itsObject,
  'opportunity.renewed': itsObject,
  'opportunity.filled': itsObject,
  'opportunity.closed': itsObject,
  'application.answered': ofItsPeople,
  'application.accepted': itsObject,
  'application.rejected': itsObject,
  'application.withdrawn': itsObject,
  'recommendation.given': itsObject,
  'recommendation.declined': itsObject,
  'recommendation.expired': itsObject,
  'participation.confirmed': itsObject,
  'proposal.submitted': ofItsPeople,
  'proposal.supplied': ofItsPeople,
  'proposal.withdrawn': itsObject,
  'proposal.partner-accepted': byThem,
  'proposal.partner-declined': byThem,
  'proposal.signed-off': byThem,
  'proposal.letter-given': byThem,
  'proposal.letter-declined': byThem,
  'proposal.coauthor-answered': ({ aggregateId, actorId }) => ({ objectId: aggregateId, personId: actorId }),
  'review.submitted': itsObject,
  'consulting-request.information-given': ofItsPeople,
  'consulting-request.answered': itsObject,
  'consulting-request.out-of-scope': itsObject,
  'consulting-request.unanswered': itsObject,
  'consulting-request.cancelled': itsObject,
  'quote.selected': ({ payload }) => ({ objectId: payload.requestId }),
  'engagement.begun': itsObject,
  'engagement.lapsed': itsObject,
  'engagement.cancelled': itsObject,
  'engagement.closed': itsObject,
};

/** What `event` answers; undefined when nothing waits for it. */
export function settlementOf(event: EventEnvelope): Settlement | undefined {
  const settle = SETTLEMENTS[event.type] as ((event: EventEnvelope) => Settlement) | undefined;
  return settle?.(event);
}

export const SETTLING_EVENTS = Object.keys(SETTLEMENTS) as DomainEventType[];

function itsObject({ aggregateId }: EventEnvelope): Settlement {
  return { objectId: aggregateId };
}

function ofItsPeople({ aggregateId, organizationId }: EventEnvelope): Settlement {
  return { objectId: aggregateId, organizationId };
}

function byThem({ aggregateId, payload }: EventEnvelope): Settlement {
  const { byOrganizationId } = payload as { readonly byOrganizationId?: string };
  return { objectId: aggregateId, organizationId: byOrganizationId ?? null };
}
