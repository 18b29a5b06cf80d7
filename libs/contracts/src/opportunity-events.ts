import type { Audience } from './audience.js';

type Nothing = Record<string, never>;

/** The life of an opportunity. The organization of each event is the one that offers it, whoever acts. */
export interface OpportunityEvents {
  /** Its quality check asks the secretariat to look before it is published. */
  'opportunity.handed-in': Nothing;
  /** The secretariat wants it changed before it is published. */
  'opportunity.returned': Nothing;
  /** Its owner does not want it looked at any more. */
  'opportunity.taken-back': Nothing;
  'opportunity.published': Nothing;
  'opportunity.changed': Nothing;
  /** A change of what is published holds something that the secretariat should look at. */
  'opportunity.flagged': Nothing;
  'opportunity.paused': Nothing;
  'opportunity.resumed': Nothing;
  /** The secretariat has taken it off the lists. */
  'opportunity.held': Nothing;
  /** What the secretariat had asked for is said to be mended. */
  'opportunity.look-asked': Nothing;
  'opportunity.released': Nothing;
  'opportunity.renewed': Nothing;
  /** It ends in two weeks. */
  'opportunity.ending': Nothing;
  'opportunity.expired': Nothing;
  'opportunity.filled': Nothing;
  /** A while after it was filled nobody has said what came of it. */
  'opportunity.outcome-asked': Nothing;
  'opportunity.outcome-reported': Nothing;
  'opportunity.closed': Nothing;
  /** What an organization has shown interest in, or was approached with, is not to be had for the time being. */
  'interest.opportunity-paused': InterestedIn;
  'interest.opportunity-resumed': InterestedIn;
  /** It was filled, has expired or was closed. */
  'interest.opportunity-ended': InterestedIn;
}

interface InterestedIn {
  matchId: string;
  opportunityId: string;
  toOrganizationId: string;
}

const OWN_DOING: Audience = { to: 'none', because: 'Its own people did it, and their desk shows it.' };
const OWNER: Audience = { to: 'organization', whose: 'event' };
const INTERESTED: Audience = { to: 'organization', whose: 'payload.toOrganizationId' };

export const OPPORTUNITY_AUDIENCES: Readonly<Record<keyof OpportunityEvents, Audience>> = {
  'opportunity.handed-in': { to: 'secretariat' },
  'opportunity.returned': OWNER,
  'opportunity.taken-back': OWN_DOING,
  'opportunity.published': OWNER,
  'opportunity.changed': { to: 'none', because: 'Those it concerns learn of it by their new matches.' },
  'opportunity.flagged': { to: 'secretariat' },
  'opportunity.paused': OWN_DOING,
  'opportunity.resumed': OWN_DOING,
  'opportunity.held': OWNER,
  'opportunity.look-asked': { to: 'secretariat' },
  'opportunity.released': OWNER,
  'opportunity.renewed': OWN_DOING,
  'opportunity.ending': OWNER,
  'opportunity.expired': OWNER,
  'opportunity.filled': OWN_DOING,
  'opportunity.outcome-asked': OWNER,
  'opportunity.outcome-reported': OWN_DOING,
  'opportunity.closed': OWN_DOING,
  'interest.opportunity-paused': INTERESTED,
  'interest.opportunity-resumed': INTERESTED,
  'interest.opportunity-ended': INTERESTED,
};
