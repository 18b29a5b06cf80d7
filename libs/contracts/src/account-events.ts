import type { Audience } from './audience.js';

type Nothing = Record<string, never>;

/** What happens to a person and their account. The aggregate of each is the person. */
export interface AccountEvents {
  'person.registered': Nothing;
  /** Names, languages, hours, or whether the directory may show the person. */
  'person.changed': Nothing;
  'person.erasure-requested': Nothing;
  /** The time has come, but the person owns an organization alone. */
  'person.erasure-held': Nothing;
  'person.erasure-cancelled': Nothing;
  /** Names, address and everything that signs in are gone; the id stays. */
  'person.erased': Nothing;
  'session.started-on-new-device': { sessionId: string };
  'password.changed': Nothing;
  /** May be about nobody: then the address that was asked for has no account. */
  'password-reset.requested': Nothing;
  'email-change.requested': Nothing;
  /** Told to the new address, and to no other. */
  'email-change.proof-requested': Nothing;
  'email.changed': Nothing;
  /** A mail server says that the address of the account does not exist. */
  'mail.bounced': Nothing;
  'second-factor.changed': { change: SecondFactorChange };
  'data-export.requested': { exportId: string };
  'data-export.ready': { exportId: string };
}

/** What was done to the ways a person signs in. */
export type SecondFactorChange =
  | 'totp_added'
  | 'totp_removed'
  | 'passkey_added'
  | 'passkey_removed'
  | 'recovery_codes_renewed'
  | 'recovery_code_used';

const PERSON: Audience = { to: 'person', whose: 'aggregate' };

export const ACCOUNT_AUDIENCES: Readonly<Record<keyof AccountEvents, Audience>> = {
  'person.registered': PERSON,
  'person.changed': { to: 'none', because: 'The person did it, and sees it.' },
  'person.erasure-requested': PERSON,
  'person.erasure-held': PERSON,
  'person.erasure-cancelled': PERSON,
  'person.erased': { to: 'none', because: 'Nobody is left to tell.' },
  'session.started-on-new-device': PERSON,
  'password.changed': PERSON,
  'password-reset.requested': PERSON,
  'email-change.requested': PERSON,
  'email-change.proof-requested': PERSON,
  'email.changed': PERSON,
  'mail.bounced': PERSON,
  'second-factor.changed': PERSON,
  'data-export.requested': { to: 'none', because: 'The person asked, and is told when it is ready.' },
  'data-export.ready': PERSON,
};
