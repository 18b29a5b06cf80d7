import type { DomainEventType } from '#libs/contracts';
import { ADMISSION_RULES } from './admission-rules.js';
import { CALL_RULES } from './call-rules.js';
import { CONSULTING_RULES } from './consulting-rules.js';
import { ENGAGEMENT_RULES } from './engagement-rules.js';
import { MEMBER_RULES } from './member-rules.js';
import { ACCOUNT_RULES } from './account-rules.js';
import { MEMBERSHIP_RULES } from './membership-rules.js';
import { OPPORTUNITY_RULES } from './opportunity-rules.js';
import { PROJECT_RULES } from './project-rules.js';
import { PROPOSAL_RULES } from './proposal-rules.js';
import { MESSAGING_RULES } from './messaging-rules.js';
import { REVIEW_RULES } from './review-rules.js';
import { itself, type NoticeRule } from './notice-rule.js';
import { typeGroupOf } from './type-groups.js';

export type NoticeRules = { readonly [Type in DomainEventType]: NoticeRule<Type> | 'silent' };

/** Every event has its line; `silent` exactly where its audience is `none`. A spec holds both together. */
export const NOTICE_RULES: NoticeRules = {
  ...ACCOUNT_RULES,
  ...CALL_RULES,
  ...CONSULTING_RULES,
  ...ENGAGEMENT_RULES,
  'organization.imported': 'silent',
  'organizations.imported': 'silent',
  'organization.changed': 'silent',
  'organization.activated': 'silent',
  'organization.suspended': 'silent',
  'organization.closed': 'silent',
  'organization.merged': {
    notice: true,
    mail: true,
    receipt: false,
    leadsTo: 'members',
    facts: ({ aggregateType, aggregateId }) => ({
      object: { type: aggregateType, id: aggregateId },
      counterpartId: aggregateId,
    }),
  },
  'profile.changed': 'silent',
  'profile.facts-confirmed': 'silent',
  'profile.facts-stale': {
    notice: true,
    mail: true,
    receipt: true,
    group: 'waiting',
    leadsTo: 'profile',
    onBehalfOf: ({ aggregateId }) => aggregateId,
    facts: itself,
  },
  'saved-search.found': {
    notice: true,
    mail: true,
    receipt: true,
    leadsTo: 'saved-searches',
    onBehalfOf: ({ organizationId }) => organizationId ?? '',
    facts: itself,
  },
  'matches.refreshed': {
    notice: true,
    mail: false,
    receipt: true,
    leadsTo: 'matches',
    facts: ({ payload, aggregateId }) => ({
      object: { type: payload.subjectType, id: aggregateId },
      counterpartId: null,
    }),
  },
  'match.dismissed': 'silent',
  'match.restored': 'silent',
  'interest.sent': {
    notice: true,
    mail: true,
    receipt: false,
    group: 'waiting',
    leadsTo: 'matches',
    facts: ({ payload, organizationId }) => ({
      object: { type: 'match', id: payload.matchId },
      counterpartId: organizationId,
    }),
  },
  'interest.accepted': {
    notice: true,
    mail: true,
    receipt: false,
    leadsTo: 'messages',
    answerable: true,
    onBehalfOf: ({ payload }) => payload.fromOrganizationId,
    facts: ({ payload, organizationId }) => ({
      object: { type: 'conversation', id: payload.conversationId },
      counterpartId: organizationId,
    }),
  },
  'interest.declined': {
    notice: true,
    mail: true,
    receipt: false,
    leadsTo: 'matches',
    onBehalfOf: ({ payload }) => payload.fromOrganizationId,
    facts: ({ payload, organizationId }) => ({
      object: { type: 'match', id: payload.matchId },
      counterpartId: organizationId,
    }),
  },
  'interest.withdrawn': {
    notice: true,
    mail: false,
    receipt: false,
    leadsTo: 'matches',
    facts: ({ payload, organizationId }) => ({
      object: { type: 'match', id: payload.matchId },
      counterpartId: organizationId,
    }),
  },
  'interest.reminded': {
    notice: true,
    mail: true,
    receipt: false,
    group: 'waiting',
    leadsTo: 'matches',
    facts: ({ payload, organizationId }) => ({
      object: { type: 'match', id: payload.matchId },
      counterpartId: organizationId,
    }),
  },
  'interest.expired': {
    notice: true,
    mail: true,
    receipt: false,
    leadsTo: 'matches',
    onBehalfOf: ({ payload }) => payload.fromOrganizationId,
    facts: ({ payload, organizationId }) => ({
      object: { type: 'match', id: payload.matchId },
      counterpartId: organizationId,
    }),
  },
  'matching-run.started': 'silent',
  'matching-run.finished': 'silent',
  'matching-run.withdrawn': 'silent',
  'answers.folded': 'silent',
  'matching-weights.activated': 'silent',
  'learning.reset': 'silent',
  ...ADMISSION_RULES,
  ...MEMBER_RULES,
  ...MEMBERSHIP_RULES,
  ...OPPORTUNITY_RULES,
  ...PROJECT_RULES,
  ...PROPOSAL_RULES,
  ...MESSAGING_RULES,
  ...REVIEW_RULES,
  'file.stored': 'silent',
  'file.quarantined': 'silent',
};

/** The rule of an event; undefined when nobody is told. */
export function ruleOf<Type extends DomainEventType>(type: Type): NoticeRule<Type> | undefined {
  const rule = NOTICE_RULES[type];
  return rule === 'silent' ? undefined : rule;
}

/** Whether it passes quiet hours: what guards the account, and what would come too late in the morning. */
export function isUrgent(type: DomainEventType): boolean {
  return typeGroupOf(type) === 'security' || (ruleOf(type)?.urgent ?? false);
}

/** The events somebody is told of. */
export const TOLD_EVENTS = (Object.keys(NOTICE_RULES) as DomainEventType[]).filter(
  (type) => NOTICE_RULES[type] !== 'silent',
);
