import { ACCOUNT_AUDIENCES, type AccountEvents } from './account-events.js';
import { ADMISSION_AUDIENCES, type AdmissionEvents } from './admission-events.js';
import type { Audience } from './audience.js';
import { CALL_AUDIENCES, type CallEvents } from './call-events.js';
import { CONSULTING_AUDIENCES, type ConsultingEvents } from './consulting-events.js';
import { ENGAGEMENT_AUDIENCES, type EngagementEvents } from './engagement-events.js';
import { MEMBER_AUDIENCES, type MemberEvents } from './member-events.js';
import { MEMBERSHIP_AUDIENCES, type MembershipEvents } from './membership-events.js';
import { MESSAGING_AUDIENCES, type MessagingEvents } from './messaging-events.js';
import { REVIEW_AUDIENCES, type ReviewEvents } from './review-events.js';
import { OPPORTUNITY_AUDIENCES, type OpportunityEvents } from './opportunity-events.js';
import { PROJECT_AUDIENCES, type ProjectEvents } from './project-events.js';
import { PROPOSAL_AUDIENCES, type ProposalEvents } from './proposal-events.js';

/**
 * Every fact features announce to each other, with the ids it carries. Past tense, ids only; a handler
 * re-reads the truth. `aggregateId` travels in the envelope and is not repeated in the payload.
 */
export interface DomainEvents
  extends
    AccountEvents,
    AdmissionEvents,
    CallEvents,
    ConsultingEvents,
    EngagementEvents,
    MemberEvents,
    MembershipEvents,
    MessagingEvents,
    OpportunityEvents,
    ProjectEvents,
    ProposalEvents,
    ReviewEvents {
  'organization.imported': Record<string, never>;
  /** A batch of a file of organizations: added, or stated anew. The aggregate is the run of the import. */
  'organizations.imported': { organizationIds: readonly string[] };
  /** Was added, or what it says of itself is another: names, place, languages. */
  'organization.changed': Record<string, never>;
  /** Takes part from now on, for the first time or again. */
  'organization.activated': Record<string, never>;
  'organization.suspended': Record<string, never>;
  /** Has left for good. */
  'organization.closed': Record<string, never>;
  /** Was a second entry of one that goes on, to which all that was its own has gone. */
  'organization.merged': { intoOrganizationId: string };
  'profile.changed': Record<string, never>;
  /** Somebody said of facts that they are still right. */
  'profile.facts-confirmed': Record<string, never>;
  /** Facts of a profile have not been looked at for a year, or have run out; once for everybody who is asked. */
  'profile.facts-stale': { toPersonId: string; facts: number };
  /** Something new fits a saved search; `fromPersonId` keeps it. */
  'saved-search.found': { fromPersonId: string };
  'matches.refreshed': { subjectType: string; runId: string };
  'match.dismissed': Record<string, never>;
  'match.restored': Record<string, never>;
  'interest.sent': { matchId: string; toOrganizationId: string };
  /** `from…` is who had shown the interest, and for which organization. */
  'interest.accepted': {
    matchId: string;
    conversationId: string;
    fromPersonId: string;
    fromOrganizationId: string;
  };
  'interest.declined': { matchId: string; fromPersonId: string; fromOrganizationId: string };
  /** Its sender took it back. */
  'interest.withdrawn': { matchId: string; toOrganizationId: string };
  /** It still waits for an answer; once, three days before its time is over. */
  'interest.reminded': { matchId: string; toOrganizationId: string };
  /** Nobody has answered in time. */
  'interest.expired': { matchId: string; fromPersonId: string; fromOrganizationId: string };
  /** Everybody is compared anew, from now on or up to now. */
  'matching-run.started': Record<string, never>;
  'matching-run.finished': Record<string, never>;
  'matching-run.withdrawn': Record<string, never>;
  /** The answers of the day were folded into what is known; whether that is used is the model's affair. */
  'answers.folded': Record<string, never>;
  /** Other numbers of the model are in use. */
  'matching-weights.activated': Record<string, never>;
  /** An organization let be forgotten what its answers had taught. */
  'learning.reset': Record<string, never>;
  /** Its bytes have arrived, were found fit and are kept. */
  'file.stored': Record<string, never>;
  /** Malware was found in it. */
  'file.quarantined': { uploaderId: string };
}
export type DomainEventType = keyof DomainEvents;

/** The audience of every event, beside its type. Checked by a test: none may be missing. */
export const EVENT_AUDIENCES: Readonly<Record<DomainEventType, Audience>> = {
  'organization.imported': { to: 'none', because: 'An import is told to the officer who ran it.' },
  'organizations.imported': { to: 'none', because: 'An import is told to the officer who ran it.' },
  'organization.changed': { to: 'none', because: 'Its own people did it, and the directory shows it.' },
  'organization.activated': { to: 'none', because: 'The decision that let it in is told by its own event.' },
  'organization.suspended': { to: 'none', because: 'What led to it is told by its own event.' },
  'organization.closed': {
    to: 'none',
    because: 'Its owner closed it, and its people see that they are out.',
  },
  'organization.merged': { to: 'organization', whose: 'event' },
  'profile.changed': { to: 'none', because: 'Those it concerns learn of it by their new matches.' },
  'profile.facts-confirmed': { to: 'none', because: 'Nothing has changed but the date beside the facts.' },
  'profile.facts-stale': { to: 'person', whose: 'payload.toPersonId' },
  'saved-search.found': { to: 'person', whose: 'payload.fromPersonId' },
  'matches.refreshed': { to: 'organization', whose: 'event' },
  'match.dismissed': { to: 'none', because: 'A dismissal is private to who dismissed.' },
  'match.restored': { to: 'none', because: 'It was private that it had been put away.' },
  'interest.sent': { to: 'organization', whose: 'payload.toOrganizationId' },
  'interest.accepted': { to: 'person', whose: 'payload.fromPersonId' },
  'interest.declined': { to: 'person', whose: 'payload.fromPersonId' },
  'interest.withdrawn': { to: 'organization', whose: 'payload.toOrganizationId' },
  'interest.reminded': { to: 'organization', whose: 'payload.toOrganizationId' },
  'interest.expired': { to: 'person', whose: 'payload.fromPersonId' },
  'matching-run.started': { to: 'none', because: 'Whose lists change learns it by the new matches.' },
  'matching-run.finished': { to: 'none', because: 'Whoever asked for it sees the run on the screen.' },
  'matching-run.withdrawn': { to: 'none', because: 'Whoever took it back sees so on the screen.' },
  'answers.folded': { to: 'none', because: 'It is about nobody; an organization sees what it taught.' },
  'matching-weights.activated': { to: 'none', because: 'An administrator did it; the lists follow.' },
  'learning.reset': { to: 'none', because: 'Its own people did it; the next lists follow.' },
  ...ADMISSION_AUDIENCES,
  ...CALL_AUDIENCES,
  ...CONSULTING_AUDIENCES,
  ...ENGAGEMENT_AUDIENCES,
  ...MEMBER_AUDIENCES,
  ...ACCOUNT_AUDIENCES,
  ...MEMBERSHIP_AUDIENCES,
  ...MESSAGING_AUDIENCES,
  ...OPPORTUNITY_AUDIENCES,
  ...PROJECT_AUDIENCES,
  ...PROPOSAL_AUDIENCES,
  ...REVIEW_AUDIENCES,
  'file.stored': { to: 'none', because: 'Whoever uploads a file sees it arrive.' },
  'file.quarantined': { to: 'none', because: 'The form it was uploaded in refuses it by name.' },
};

/** A relayed event, as jobs receive it. Times are RFC 3339 in UTC. */
export interface EventEnvelope<Type extends DomainEventType = DomainEventType> {
  readonly id: string;
  readonly type: Type;
  readonly schemaVersion: number;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** Counts the changes of one aggregate, from 1; a consumer may drop what is older than it has seen. */
  readonly aggregateSeq: number;
  readonly organizationId: string | null;
  readonly actorId: string;
  readonly requestId: string;
  readonly occurredAt: string;
  readonly payload: DomainEvents[Type];
}
