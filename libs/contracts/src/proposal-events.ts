import type { Audience } from './audience.js';

type Nothing = Record<string, never>;
/** Told to one organization beside the one that leads the proposal: a partner, or a city. */
interface ToOrganization {
  toOrganizationId: string;
}
/** What an organization beside the lead has done. */
interface ByOrganization {
  byOrganizationId: string;
}
/** Told to a person who acts for an organization of the consortium. */
interface ToPerson {
  toPersonId: string;
  onBehalfOf: string;
}

/** The life of a proposal. The organization of each event is the one that leads it, whoever acts. */
export interface ProposalEvents {
  /** `callId` is null where it answers no call. */
  'proposal.submitted': { versionId: string; callId: string | null };
  'proposal.withdrawn': Nothing;
  /** What was asked for was handed in; `toOrganizationId` runs the call. */
  'proposal.supplied': ToOrganization & { versionId: string };
  /** A step of the assessment, or a decision that is not public yet. */
  'proposal.moved': Nothing;
  'proposal.more-info-asked': Nothing;
  'proposal.revision-requested': Nothing;
  /** Its decision is public. */
  'proposal.released': Nothing;
  /** … and told to a partner, or to a city that supports it. */
  'proposal.outcome-told': ToOrganization;
  /** A concept has passed: the full proposal is invited. */
  'proposal.advanced': Nothing;
  /** Handed in in the name of all partners, with the receipt. */
  'proposal.handed-in': ToOrganization;
  /** Its lead has withdrawn what a partner had signed. */
  'proposal.taken-back': ToOrganization;
  'proposal.partner-invited': ToOrganization;
  'proposal.partner-removed': ToOrganization;
  'proposal.partner-accepted': ByOrganization;
  'proposal.partner-declined': ByOrganization;
  'proposal.partner-left': ByOrganization;
  'proposal.signed-off': ByOrganization;
  /** The content is another than a partner has signed. */
  'proposal.sign-off-voided': ToOrganization;
  'proposal.coauthor-invited': ToPerson;
  /** Accepted or declined; told to who invited. */
  'proposal.coauthor-answered': ToPerson;
  'proposal.coauthor-expired': ToPerson;
  /** Said about a section, or in answer: to those who write along, or who spoke in the thread. */
  'proposal.commented': ToPerson;
  'proposal.letter-asked': ToOrganization;
  'proposal.letter-given': ByOrganization;
  'proposal.letter-declined': ByOrganization;
  'proposal.letter-revoked': ByOrganization;
}

const LEAD: Audience = { to: 'organization', whose: 'event' };
const OTHER: Audience = { to: 'organization', whose: 'payload.toOrganizationId' };
const PERSON: Audience = { to: 'person', whose: 'payload.toPersonId' };

export const PROPOSAL_AUDIENCES: Readonly<Record<keyof ProposalEvents, Audience>> = {
  'proposal.submitted': LEAD,
  'proposal.withdrawn': LEAD,
  'proposal.supplied': OTHER,
  'proposal.moved': {
    to: 'none',
    because: 'Steps of the assessment are not public; who takes part sees them.',
  },
  'proposal.more-info-asked': LEAD,
  'proposal.revision-requested': LEAD,
  'proposal.released': LEAD,
  'proposal.outcome-told': OTHER,
  'proposal.advanced': LEAD,
  'proposal.handed-in': OTHER,
  'proposal.taken-back': OTHER,
  'proposal.partner-invited': OTHER,
  'proposal.partner-removed': OTHER,
  'proposal.partner-accepted': LEAD,
  'proposal.partner-declined': LEAD,
  'proposal.partner-left': LEAD,
  'proposal.signed-off': LEAD,
  'proposal.sign-off-voided': OTHER,
  'proposal.coauthor-invited': PERSON,
  'proposal.coauthor-answered': PERSON,
  'proposal.coauthor-expired': PERSON,
  'proposal.commented': PERSON,
  'proposal.letter-asked': OTHER,
  'proposal.letter-given': LEAD,
  'proposal.letter-declined': LEAD,
  'proposal.letter-revoked': LEAD,
};
