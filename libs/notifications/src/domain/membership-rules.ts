import type { EventEnvelope, MembershipEvents } from '#libs/contracts';
import type { Destination, NoticeFacts } from './notice.js';
import { itself, type NoticeRule, waiting } from './notice-rule.js';

type MembershipRules = { readonly [Type in keyof MembershipEvents]: NoticeRule<Type> | 'silent' };

/** About the organization that the event belongs to, told to others: to the secretariat, to cities that vote. */
const ofAnother = ({ aggregateType, aggregateId, organizationId }: EventEnvelope): NoticeFacts => ({
  object: { type: aggregateType, id: aggregateId },
  counterpartId: organizationId,
});

const told = (leadsTo: Destination, facts = itself) => ({
  notice: true,
  mail: true,
  receipt: false,
  leadsTo,
  facts,
});
/** Shown in the app only. */
const shown = (leadsTo: Destination, facts = itself) => ({ ...told(leadsTo, facts), mail: false });

export const MEMBERSHIP_RULES: MembershipRules = {
  'membership.requested': waiting(told('membership-desk', ofAnother)),
  'membership.put-to-vote': told('membership'),
  'membership.returned': told('membership'),
  'membership.rejected': told('membership'),
  'membership.approved': told('membership'),
  'membership.activated': told('membership'),
  'membership.entered': shown('membership'),
  'membership.renewed': told('membership'),
  'membership.ratified': told('membership'),
  'membership.suspended': told('membership'),
  'membership.expired': told('membership'),
  'membership.withdrawn': shown('membership-desk', ofAnother),
  'membership.reminded': waiting(told('membership')),
  'vote.opened': waiting(told('votes', ofAnother)),
  'vote.cast': 'silent',
  'vote.reminded': waiting(told('votes', ofAnother)),
  'vote.closed': told('votes', ofAnother),
  'vote.cancelled': told('votes', ofAnother),
  'vote.counted': told('votes', ofAnother),
  'excom-seat.assigned': told('membership'),
  'excom-seat.ended': told('membership'),
  'participation.reminded': waiting(told('membership')),
  'participation.confirmed': 'silent',
  'participation.lapsed': told('membership'),
  'participation.ended': told('membership'),
};
