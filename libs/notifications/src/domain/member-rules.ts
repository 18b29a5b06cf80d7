import type { EventEnvelope, MemberEvents } from '#libs/contracts';
import type { NoticeFacts } from './notice.js';
import { type NoticeRule, waiting } from './notice-rule.js';

type MemberRules = { readonly [Type in keyof MemberEvents]: NoticeRule<Type> | 'silent' };

/** About a seat; the organization whose seat it is stands on the other side. */
const ofSeat = ({ aggregateType, aggregateId, organizationId }: EventEnvelope): NoticeFacts => ({
  object: { type: aggregateType, id: aggregateId },
  counterpartId: organizationId,
});

const asMember = {
  notice: true,
  mail: true,
  receipt: false,
  leadsTo: 'members',
  onBehalfOf: ({ organizationId }: EventEnvelope): string => organizationId ?? '',
  facts: ofSeat,
} as const;

/** To people who may have no seat there any more: told for themselves. */
const asPerson = { notice: true, mail: true, receipt: false, leadsTo: 'members', facts: ofSeat } as const;

export const MEMBER_RULES: MemberRules = {
  'invitation.sent': { ...asPerson, notice: false, leadsTo: 'invitation' },
  'member.joined': { ...asPerson, mail: false },
  'member.changed': { ...asMember, mail: false },
  'member.removed': asPerson,
  'member.left': { ...asPerson, mail: false },
  'ownership.offered': waiting(asMember),
  'ownership.accepted': asMember,
  'ownership.declined': asMember,
  'ownership.withdrawn': 'silent',
};
