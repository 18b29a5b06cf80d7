import type { Audience } from './audience.js';

type Nothing = Record<string, never>;

/**
 * Full membership of the TPO, votes of its Executive Committee, and the yearly confirmation of every participant.
 * The organization of an event is the one whose membership, seat or participation it is; of a vote, the applicant.
 */
export interface MembershipEvents {
  'membership.requested': Nothing;
  'membership.put-to-vote': Nothing;
  /** The vote had no quorum: it decided nothing. */
  'membership.returned': Nothing;
  'membership.rejected': Nothing;
  /** Provisional until ratified; the fees are due. */
  'membership.approved': Nothing;
  'membership.activated': Nothing;
  /** A member of the list: its fees and term are on the books from now on. */
  'membership.entered': Nothing;
  'membership.renewed': Nothing;
  'membership.ratified': Nothing;
  'membership.suspended': Nothing;
  'membership.expired': Nothing;
  'membership.withdrawn': Nothing;
  /** A payment is due soon. */
  'membership.reminded': Nothing;
  /** One event for each city that may vote. */
  'vote.opened': { toOrganizationId: string };
  /** A city voted, or changed its vote. What it chose is not said. */
  'vote.cast': { byOrganizationId: string };
  /** One event for each city that has not voted. */
  'vote.reminded': { toOrganizationId: string };
  /** One event for each city of the electorate. */
  'vote.closed': { toOrganizationId: string };
  'vote.cancelled': { toOrganizationId: string };
  'vote.counted': Nothing;
  'excom-seat.assigned': Nothing;
  'excom-seat.ended': Nothing;
  'participation.reminded': Nothing;
  'participation.confirmed': Nothing;
  'participation.lapsed': Nothing;
  'participation.ended': Nothing;
}

const OWN: Audience = { to: 'organization', whose: 'event' };
const NAMED: Audience = { to: 'organization', whose: 'payload.toOrganizationId' };
const SECRETARIAT: Audience = { to: 'secretariat' };

export const MEMBERSHIP_AUDIENCES: Readonly<Record<keyof MembershipEvents, Audience>> = {
  'membership.requested': SECRETARIAT,
  'membership.put-to-vote': OWN,
  'membership.returned': OWN,
  'membership.rejected': OWN,
  'membership.approved': OWN,
  'membership.activated': OWN,
  'membership.entered': OWN,
  'membership.renewed': OWN,
  'membership.ratified': OWN,
  'membership.suspended': OWN,
  'membership.expired': OWN,
  'membership.withdrawn': SECRETARIAT,
  'membership.reminded': OWN,
  'vote.opened': NAMED,
  'vote.cast': { to: 'none', because: 'Who voted is not told before the count.' },
  'vote.reminded': NAMED,
  'vote.closed': NAMED,
  'vote.cancelled': NAMED,
  'vote.counted': SECRETARIAT,
  'excom-seat.assigned': OWN,
  'excom-seat.ended': OWN,
  'participation.reminded': OWN,
  'participation.confirmed': { to: 'none', because: 'Who confirmed sees it; nobody waits for it.' },
  'participation.lapsed': OWN,
  'participation.ended': OWN,
};
