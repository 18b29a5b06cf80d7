import type { DomainEventType, EventEnvelope } from '#libs/contracts';

/** Rows that need not wait any more for what one of `types` asked: everybody's, or only of one organization or person. */
export interface Settlement {
  readonly types: readonly DomainEventType[];
  readonly objectId: string;
  readonly organizationId?: string | null;
  readonly personId?: string;
}

type Rows = Omit<Settlement, 'types'>;
type Answers = { readonly [Type in DomainEventType]?: (event: EventEnvelope<Type>) => Rows };

const INTEREST: Answers = {
  ...all(ofMatch, 'interest.accepted', 'interest.declined', 'interest.withdrawn', 'interest.expired'),
  'interest.opportunity-ended': ({ payload }) => ({ objectId: payload.matchId }),
};
const APPLICATION_OVER = all(
  itself,
  ...(['application.accepted', 'application.rejected', 'application.withdrawn'] as const),
);
const APPLICATION_DESK: Answers = { ...APPLICATION_OVER, 'application.info-requested': itself };
const RECOMMENDATION = all(
  itself,
  ...(['recommendation.given', 'recommendation.declined', 'recommendation.expired'] as const),
);
const MEMBERSHIP_OVER = all(
  itself,
  ...(['membership.rejected', 'membership.withdrawn', 'membership.suspended', 'membership.expired'] as const),
);
const BALLOT: Answers = { ...all(itself, 'vote.closed', 'vote.cancelled'), 'vote.cast': byThem };
const OPPORTUNITY_OVER = all(itself, 'opportunity.filled', 'opportunity.expired', 'opportunity.closed');
const CALL_OVER = all(itself, 'call.decided', 'call.archived', 'call.called-off');
const PROPOSAL_OVER = all(itself, 'proposal.withdrawn', 'proposal.released');
const HANDED_IN: Answers = {
  ...PROPOSAL_OVER,
  'proposal.submitted': ofItsPeople,
  'proposal.supplied': ofItsPeople,
};
const CONSORTIUM: Answers = {
  ...PROPOSAL_OVER,
  'proposal.submitted': itself,
  'proposal.partner-removed': toThem,
};
const REVIEW = all(itself, 'review.submitted', 'review.given-back');
const PROJECT_OVER = all(itself, 'project.closed', 'project.terminated');
const MILESTONE_DONE: Answers = {
  ...PROJECT_OVER,
  ...all(ofProject, 'milestone.submitted', 'milestone.accepted'),
};
const REQUEST_OVER = all(
  itself,
  ...([
    ...(['consulting-request.answered', 'consulting-request.out-of-scope'] as const),
    ...(['consulting-request.unanswered', 'consulting-request.cancelled'] as const),
    ...(['consulting-request.lapsed', 'consulting-request.engaged'] as const),
    ...(['consulting-request.given-up', 'consulting-request.settled'] as const),
  ] as const),
);
const REQUEST_DESK: Answers = {
  ...REQUEST_OVER,
  ...all(itself, 'consulting-request.information-asked', 'consulting-request.matching-started'),
  ...all(itself, 'consulting-request.quoting-started'),
};
const QUESTION: Answers = { ...REQUEST_OVER, 'consulting-request.information-given': ofItsPeople };
const CHOICE: Answers = { ...REQUEST_OVER, 'quote.selected': ofRequest };
const INVITATION: Answers = {
  ...REQUEST_OVER,
  'expert-invitation.accepted': byExpert,
  'expert-invitation.declined': byExpert,
  'expert-invitation.expired': byExpert,
  'expert-invitation.released': ({ payload }) => ({
    objectId: payload.requestId,
    organizationId: payload.toOrganizationId,
  }),
};
const ENGAGEMENT_OVER = all(itself, 'engagement.lapsed', 'engagement.cancelled', 'engagement.closed');
const DISPUTE: Answers = { ...ENGAGEMENT_OVER, 'dispute.decided': ofEngagement };
const DELIVERY: Answers = {
  ...ENGAGEMENT_OVER,
  ...all(ofEngagement, 'deliverable.accepted', 'deliverable.revision-asked', 'dispute.raised'),
};

/**
 * What each event that waits for its reader is answered by, and whose rows that takes away. Whoever did what was asked
 * for, it was done for the organization: no colleague is asked any more. What became pointless waits no more either.
 */
export const ANSWERS: Readonly<Partial<Record<DomainEventType, Answers>>> = {
  'mail.bounced': { 'email.changed': itself },
  'profile.facts-stale': { 'profile.facts-confirmed': itself },
  'ownership.offered': all(itself, 'ownership.accepted', 'ownership.declined', 'ownership.withdrawn'),
  'contact-request.sent': all(
    itself,
    ...(['contact-request.accepted', 'contact-request.declined', 'contact-request.withdrawn'] as const),
  ),
  'conversation-report.filed': { 'conversation-report.decided': itself },
  'interest.sent': INTEREST,
  'interest.reminded': INTEREST,
  'application.submitted': APPLICATION_DESK,
  'application.info-requested': { ...APPLICATION_OVER, 'application.answered': itself },
  'application.answered': APPLICATION_DESK,
  'application.reviewed': APPLICATION_DESK,
  'application.appealed': APPLICATION_DESK,
  'application-review.assigned': {
    'application-review.submitted': itself,
    'application-review.declined': ({ payload }) => ({ objectId: payload.reviewId }),
  },
  'application-review.declined': {
    ...APPLICATION_OVER,
    'application.reviewed': itself,
    'application-review.assigned': ({ payload }) => ({ objectId: payload.applicationId }),
  },
  'recommendation.requested': RECOMMENDATION,
  'recommendation.reminded': RECOMMENDATION,
  'membership.requested': {
    ...MEMBERSHIP_OVER,
    ...all(itself, 'membership.put-to-vote', 'membership.approved'),
  },
  'membership.reminded': { ...MEMBERSHIP_OVER, ...all(itself, 'membership.activated', 'membership.renewed') },
  'vote.opened': BALLOT,
  'vote.reminded': BALLOT,
  'participation.reminded': all(
    itself,
    ...(['participation.confirmed', 'participation.lapsed', 'participation.ended'] as const),
  ),
  'opportunity.handed-in': {
    ...OPPORTUNITY_OVER,
    ...all(itself, 'opportunity.published', 'opportunity.returned', 'opportunity.taken-back'),
  },
  'opportunity.returned': {
    ...OPPORTUNITY_OVER,
    ...all(itself, 'opportunity.handed-in', 'opportunity.published'),
  },
  'opportunity.flagged': { ...OPPORTUNITY_OVER, 'opportunity.held': itself },
  'opportunity.held': {
    ...OPPORTUNITY_OVER,
    ...all(itself, 'opportunity.look-asked', 'opportunity.released'),
  },
  'opportunity.look-asked': {
    ...OPPORTUNITY_OVER,
    ...all(itself, 'opportunity.released', 'opportunity.held'),
  },
  'opportunity.ending': { ...OPPORTUNITY_OVER, 'opportunity.renewed': itself },
  'opportunity.outcome-asked': { 'opportunity.outcome-reported': itself },
  'call.stage-closed': { ...CALL_OVER, 'call.review-started': itself },
  'call.closing-told': {
    ...all(itself, 'call.stage-closed', 'call.called-off'),
    'proposal.submitted': ({ payload, aggregateId, organizationId }) => ({
      objectId: payload.callId ?? aggregateId,
      organizationId,
    }),
  },
  'proposal.more-info-asked': HANDED_IN,
  'proposal.revision-requested': HANDED_IN,
  'proposal.advanced': HANDED_IN,
  'proposal.partner-invited': {
    ...CONSORTIUM,
    'proposal.partner-accepted': byThem,
    'proposal.partner-declined': byThem,
  },
  'proposal.sign-off-voided': {
    ...CONSORTIUM,
    'proposal.signed-off': byThem,
    'proposal.partner-left': byThem,
  },
  'proposal.coauthor-invited': {
    ...PROPOSAL_OVER,
    'proposal.coauthor-answered': ({ aggregateId, actorId }) => ({
      objectId: aggregateId,
      personId: actorId,
    }),
  },
  'proposal.letter-asked': {
    ...PROPOSAL_OVER,
    'proposal.submitted': itself,
    'proposal.letter-given': byThem,
    'proposal.letter-declined': byThem,
  },
  'review.assigned': REVIEW,
  'review.reminded': REVIEW,
  'review.given-back': { ...CALL_OVER, 'review.assigned': ({ payload }) => ({ objectId: payload.callId }) },
  'decision.agreed': CALL_OVER,
  'project.closing-begun': {
    ...PROJECT_OVER,
    'project.ratings-opened': itself,
    'project.ratings-given': byThem,
  },
  'milestone.due-soon': MILESTONE_DONE,
  'milestone.late': MILESTONE_DONE,
  'milestone.submitted': { ...PROJECT_OVER, ...all(ofProject, 'milestone.accepted', 'milestone.returned') },
  'milestone.returned': MILESTONE_DONE,
  'milestone.day-asked': {
    ...PROJECT_OVER,
    ...all(ofProject, 'milestone.day-approved', 'milestone.day-declined'),
  },
  'consulting-request.arrived': REQUEST_DESK,
  'consulting-request.returned': REQUEST_DESK,
  'consulting-request.overdue': REQUEST_DESK,
  'consulting-request.information-asked': QUESTION,
  'consulting-request.information-reminded': QUESTION,
  'consulting-request.quotes-opened': CHOICE,
  'consulting-request.choice-reminded': CHOICE,
  'expert-invitation.sent': INVITATION,
  'expert-invitation.reminded': INVITATION,
  'engagement.signature-due': {
    ...ENGAGEMENT_OVER,
    'engagement.begun': itself,
    'engagement.signed': ofItsPeople,
  },
  'dispute.raised': DISPUTE,
  'dispute.overdue': DISPUTE,
  'engagement-session.proposed': {
    ...ENGAGEMENT_OVER,
    ...all(ofEngagement, 'engagement-session.confirmed', 'engagement-session.cancelled'),
    ...all(ofEngagement, 'engagement-session.proposed'),
  },
  'engagement-session.minutes-written': {
    ...ENGAGEMENT_OVER,
    'engagement-session.minutes-confirmed': ofEngagement,
  },
  'deliverable.submitted': DELIVERY,
  'deliverable.reminded': DELIVERY,
  'deliverable.unanswered': DELIVERY,
  'deliverable.revision-asked': { ...ENGAGEMENT_OVER, 'deliverable.submitted': ofEngagement },
  'case-note.drafted': { 'case-note.published': ofEngagement },
};

const WAITING = Object.keys(ANSWERS) as DomainEventType[];

/** What `event` answers; nothing where nobody waits for it. */
export function settlementsOf(event: EventEnvelope): Settlement[] {
  return WAITING.flatMap((type) => {
    const rows = ANSWERS[type]?.[event.type] as ((event: EventEnvelope) => Rows) | undefined;
    return rows ? [{ types: [type], ...rows(event) }] : [];
  });
}

export const SETTLING_EVENTS = [
  ...new Set(Object.values(ANSWERS).flatMap((answers) => Object.keys(answers) as DomainEventType[])),
];

/** Each of `events` takes the same rows away. */
function all<Type extends DomainEventType>(
  rows: (event: EventEnvelope<Type>) => Rows,
  ...events: readonly Type[]
): Answers {
  return Object.fromEntries(events.map((type) => [type, rows]));
}

function itself({ aggregateId }: EventEnvelope): Rows {
  return { objectId: aggregateId };
}

function ofItsPeople({ aggregateId, organizationId }: EventEnvelope): Rows {
  return { objectId: aggregateId, organizationId };
}

function byThem({
  aggregateId,
  payload,
}: {
  aggregateId: string;
  payload: { byOrganizationId: string };
}): Rows {
  return { objectId: aggregateId, organizationId: payload.byOrganizationId };
}

function toThem({
  aggregateId,
  payload,
}: {
  aggregateId: string;
  payload: { toOrganizationId: string };
}): Rows {
  return { objectId: aggregateId, organizationId: payload.toOrganizationId };
}

function byExpert({ payload }: { payload: { requestId: string; byOrganizationId: string } }): Rows {
  return { objectId: payload.requestId, organizationId: payload.byOrganizationId };
}

function ofMatch({ payload }: { payload: { matchId: string } }): Rows {
  return { objectId: payload.matchId };
}

function ofRequest({ payload }: { payload: { requestId: string } }): Rows {
  return { objectId: payload.requestId };
}

function ofProject({ payload }: { payload: { projectId: string } }): Rows {
  return { objectId: payload.projectId };
}

function ofEngagement({ payload }: { payload: { engagementId: string } }): Rows {
  return { objectId: payload.engagementId };
}
