import type { CallEvents, EventEnvelope } from '#libs/contracts';
import type { NoticeFacts } from './notice.js';
import { itself, type NoticeRule, waiting } from './notice-rule.js';

type CallRules = { readonly [Type in keyof CallEvents]: NoticeRule<Type> | 'silent' };

/** How people are told of calls: those who run them, the secretariat, and those who follow or take part. */
export const CALL_RULES: CallRules = {
  'call.published': { ...rule({ mail: false }), facts: byItsRunner },
  'call.changed': 'silent',
  'call.opened': 'silent',
  'call.stage-closed': waiting({ ...rule({ mail: true }), receipt: true, facts: itself }),
  'call.closing': 'silent',
  'call.review-started': 'silent',
  'call.decided': 'silent',
  'call.archived': 'silent',
  'call.called-off': 'silent',
  // Everybody who may answer is told, so nobody gets a mail of its own for it: the digest names it.
  'call.announced': { ...rule({ mail: false }), facts: byItsRunner },
  'call.change-told': { ...rule({ mail: true }), facts: byItsRunner },
  'call.opening-told': { ...rule({ mail: false }), facts: byItsRunner },
  'call.closing-told': waiting({ ...rule({ mail: true }), facts: byItsRunner }),
  'call.call-off-told': { ...rule({ mail: true }), facts: byItsRunner },
};

function rule({ mail }: { mail: boolean }): Omit<NoticeRule<keyof CallEvents>, 'facts'> {
  return { notice: true, mail, receipt: false, leadsTo: 'calls' };
}

/** The organization of these events is the one that runs the call. */
function byItsRunner({ aggregateType, aggregateId, organizationId }: EventEnvelope): NoticeFacts {
  return { object: { type: aggregateType, id: aggregateId }, counterpartId: organizationId };
}
