import type { EventEnvelope, MessagingEvents } from '#libs/contracts';
import type { NoticeFacts } from './notice.js';
import type { NoticeRule } from './notice-rule.js';

type MessagingRules = { readonly [Type in keyof MessagingEvents]: NoticeRule<Type> | 'silent' };
type ToSeat =
  | 'conversation.joined'
  | 'message.mentioned'
  | 'message.left-unread'
  | 'message.reply-refused'
  | 'message.taken-down'
  | 'conversation-report.decided';

/** A row of its own for each conversation: it goes with the reading, and a mention stays. */
export const UNREAD_MESSAGES = 'unread-messages';

/** How people are told of conversations. What was said in them never stands in a notice. */
export const MESSAGING_RULES: MessagingRules = {
  'conversation.opened': 'silent',
  'conversation.joined': { ...forSeat({ mail: true }), answerable: true },
  'message.posted': 'silent',
  'message.changed': 'silent',
  'message.mentioned': { ...forSeat({ mail: true }), answerable: true, group: 'mentions' },
  'message.left-unread': {
    ...forSeat({ mail: true }),
    answerable: true,
    mailAfter: 100,
    facts: ({ aggregateId, organizationId }) => ({
      object: { type: UNREAD_MESSAGES, id: aggregateId },
      counterpartId: organizationId,
    }),
  },
  // The texts tell by `{subject}` what was wrong.
  'message.reply-refused': {
    ...forSeat({ mail: true }),
    receipt: true,
    facts: ({ payload, aggregateId, organizationId }) => ({
      object: { type: `reply_${payload.problem}`, id: aggregateId },
      counterpartId: organizationId,
    }),
  },
  'message.taken-down': forSeat({ mail: true }),
  'contact-request.sent': {
    notice: true,
    mail: true,
    receipt: false,
    leadsTo: 'contact-requests',
    group: 'waiting',
    facts: fromActor,
  },
  'contact-request.accepted': {
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
  'contact-request.declined': {
    notice: true,
    mail: false,
    receipt: false,
    leadsTo: 'contact-requests',
    onBehalfOf: ({ payload }) => payload.fromOrganizationId,
    facts: fromActor,
  },
  'contact-request.withdrawn': 'silent',
  'conversation-report.filed': {
    notice: true,
    mail: true,
    receipt: false,
    leadsTo: 'moderation',
    group: 'waiting',
    facts: fromActor,
  },
  'conversation-report.decided': { ...forSeat({ mail: true }), leadsTo: 'message-reports' },
};

function forSeat({ mail }: { mail: boolean }): NoticeRule<ToSeat> {
  return {
    notice: true,
    mail,
    receipt: false,
    leadsTo: 'messages',
    onBehalfOf: ({ payload }) => payload.toOrganizationId,
    facts: fromActor,
  };
}

function fromActor({ aggregateType, aggregateId, organizationId }: EventEnvelope): NoticeFacts {
  return { object: { type: aggregateType, id: aggregateId }, counterpartId: organizationId };
}
