import type { Audience } from './audience.js';

interface ToOrganization {
  toOrganizationId: string;
}
interface ToPerson extends ToOrganization {
  toPersonId: string;
}
interface OfEngagement {
  engagementId: string;
}
type SessionTold = ToPerson & OfEngagement;
type DeliverableTold = ToOrganization & OfEngagement;

/**
 * Work on a chosen quote. Each event is told to one side: a fact that two sides are to learn is two events. That a
 * rating was given is no event: nothing may say so before both are opened.
 */
export interface EngagementEvents {
  'engagement.started': ToOrganization;
  /** It is this party's turn to sign, or to confirm the cost it bears. */
  'engagement.signature-due': ToOrganization;
  /** One party has; its organization is that of the event. */
  'engagement.signed': Record<string, never>;
  /** All have signed; work may begin. */
  'engagement.begun': ToOrganization;
  /** Not signed in thirty days. */
  'engagement.lapsed': ToOrganization;
  'engagement.cancelled': ToOrganization;
  /** Everything was delivered and accepted; both may rate. */
  'engagement.accepted': ToOrganization;
  /** The ratings are open to both. */
  'engagement.closed': ToOrganization;
  'engagement.disputed': ToOrganization;
  'dispute.raised': OfEngagement;
  /** The ten working days are over and nothing is decided. */
  'dispute.overdue': OfEngagement;
  'dispute.decided': DeliverableTold;
  'engagement-session.proposed': SessionTold;
  'engagement-session.confirmed': SessionTold;
  /** Other times are proposed for a session that was confirmed. */
  'engagement-session.moved': SessionTold;
  'engagement-session.cancelled': SessionTold;
  /** A day, and ten minutes, before it begins. */
  'engagement-session.reminded': SessionTold;
  'engagement-session.missed': SessionTold;
  'engagement-session.minutes-written': SessionTold;
  /** By the requester, or by silence. */
  'engagement-session.minutes-confirmed': OfEngagement;
  'deliverable.submitted': DeliverableTold;
  'deliverable.accepted': DeliverableTold;
  'deliverable.revision-asked': DeliverableTold;
  /** Ten days without an answer. */
  'deliverable.reminded': DeliverableTold;
  /** Nor has the reminder helped: the secretariat asks. */
  'deliverable.unanswered': OfEngagement;
  'ledger-entry.recorded': DeliverableTold;
  /** A note for the case library waits for this side's consent. */
  'case-note.drafted': DeliverableTold;
  'case-note.published': DeliverableTold;
}

const PARTY: Audience = { to: 'organization', whose: 'payload.toOrganizationId' };
const PERSON: Audience = { to: 'person', whose: 'payload.toPersonId' };
const SECRETARIAT: Audience = { to: 'secretariat' };

export const ENGAGEMENT_AUDIENCES: Readonly<Record<keyof EngagementEvents, Audience>> = {
  'engagement.started': PARTY,
  'engagement.signature-due': PARTY,
  'engagement.signed': { to: 'none', because: 'Whose turn it is next is told; the page shows the rest.' },
  'engagement.begun': PARTY,
  'engagement.lapsed': PARTY,
  'engagement.cancelled': PARTY,
  'engagement.accepted': PARTY,
  'engagement.closed': PARTY,
  'engagement.disputed': PARTY,
  'dispute.raised': SECRETARIAT,
  'dispute.overdue': SECRETARIAT,
  'dispute.decided': PARTY,
  'engagement-session.proposed': PERSON,
  'engagement-session.confirmed': PERSON,
  'engagement-session.moved': PERSON,
  'engagement-session.cancelled': PERSON,
  'engagement-session.reminded': PERSON,
  'engagement-session.missed': PERSON,
  'engagement-session.minutes-written': PERSON,
  'engagement-session.minutes-confirmed': { to: 'none', because: 'The record of the session shows it.' },
  'deliverable.submitted': PARTY,
  'deliverable.accepted': PARTY,
  'deliverable.revision-asked': PARTY,
  'deliverable.reminded': PARTY,
  'deliverable.unanswered': SECRETARIAT,
  'ledger-entry.recorded': PARTY,
  'case-note.drafted': PARTY,
  'case-note.published': PARTY,
};
