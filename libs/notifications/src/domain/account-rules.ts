import type { AccountEvents } from '#libs/contracts';
import type { Destination } from './notice.js';
import { itself, type NoticeRule } from './notice-rule.js';

type AccountRules = { readonly [Type in keyof AccountEvents]: NoticeRule<Type> | 'silent' };

/** The person is told of what was done to the account, above all when somebody else may have done it. */
const warned = {
  notice: true,
  mail: true,
  receipt: true,
  leadsTo: 'security' as Destination,
  facts: itself,
};
/** A link that only the mailbox may see. */
const mailed = (leadsTo: Destination) => ({ ...warned, notice: false, leadsTo });

export const ACCOUNT_RULES: AccountRules = {
  'person.registered': mailed('confirm-email'),
  'person.changed': 'silent',
  'person.erasure-requested': warned,
  'person.erasure-held': warned,
  'person.erasure-cancelled': { ...warned, mail: false },
  'person.erased': 'silent',
  'session.started-on-new-device': {
    ...warned,
    facts: ({ payload }) => ({ object: { type: 'session', id: payload.sessionId }, counterpartId: null }),
  },
  'password.changed': warned,
  'password-reset.requested': mailed('reset-password'),
  'email-change.requested': warned,
  'email-change.proof-requested': mailed('confirm-new-email'),
  'email.changed': { ...warned, mail: false },
  'mail.bounced': { ...warned, mail: false, group: 'waiting', leadsTo: 'notification-settings' },
  'second-factor.changed': {
    ...warned,
    // The texts tell by `{subject}` what was changed.
    facts: ({ payload, aggregateId }) => ({
      object: { type: payload.change, id: aggregateId },
      counterpartId: null,
    }),
  },
  'data-export.requested': 'silent',
  'data-export.ready': {
    ...warned,
    facts: ({ payload }) => ({ object: { type: 'data_export', id: payload.exportId }, counterpartId: null }),
  },
};
