import { DomainError, InvalidInput } from '#libs/kernel';
import type { SecondFactorMethod } from './second-factor.js';

/** Unknown e-mail, wrong password and an account that is not confirmed get this one answer. */
export class InvalidCredentials extends DomainError {
  constructor() {
    super('auth/invalid-credentials', 'unauthenticated', {
      detail: 'E-mail and password do not match an account that is confirmed.',
    });
  }
}

/** The refresh token is missing, unknown, used twice, or its session is over. */
export class SessionOver extends DomainError {
  constructor() {
    super('auth/session-over', 'unauthenticated', { detail: 'The session is over. Sign in again.' });
  }
}

/** The confirmation link is unknown, too old, or replaced by a newer one. */
export class ConfirmationInvalid extends InvalidInput {
  constructor() {
    super([{ pointer: '/token', code: 'auth/confirmation-invalid' }], 'auth/confirmation-invalid');
  }
}

/** An account for this address exists. Only for staff and imports: visitors are never told. */
export class EmailTaken extends DomainError {
  constructor() {
    super('account/email-taken', 'conflict', { detail: 'There is an account with this address.' });
  }
}

/** More password checks wait than this process can do soon. */
export class TooBusy extends DomainError {
  constructor() {
    super('auth/busy', 'unavailable', {
      detail: 'Too many people are signing in right now. Try again in a moment.',
      retryAfterSeconds: 2,
    });
  }
}

/** The password is right; the account asks for a second step. `token` is good for it, for some minutes. */
export class SecondFactorRequired extends DomainError {
  constructor(token: string, expiresAt: Date, methods: readonly SecondFactorMethod[]) {
    super('auth/second-factor-required', 'unauthenticated', {
      detail: 'This account asks for a second step.',
      extra: { token, expiresAt: expiresAt.toISOString(), methods },
    });
  }
}

/** The token of the second step is unknown, used or too old: begin again with the password. */
export class SecondFactorExpired extends DomainError {
  constructor() {
    super('auth/second-factor-expired', 'unauthenticated', { detail: 'Begin again with your password.' });
  }
}

/** The code or passkey of the second step is wrong, used, or none of this account. */
export class SecondFactorWrong extends DomainError {
  constructor() {
    super('auth/second-factor-wrong', 'unauthenticated', { detail: 'This is not the right second step.' });
  }
}

/** No account, or none that is confirmed, holds this passkey; or the challenge was answered before, or too late. */
export class PasskeyUnknown extends DomainError {
  constructor() {
    super('auth/passkey-unknown', 'unauthenticated', { detail: 'No account here goes with this passkey.' });
  }
}

/** A sensitive change by somebody who signed in a while ago. */
export class ProofRequired extends DomainError {
  constructor() {
    super('auth/proof-required', 'forbidden', {
      detail: 'Prove by password or passkey that it is you, then repeat.',
    });
  }
}

/** The current password that was given is not the one of the account. */
export class PasswordWrong extends InvalidInput {
  constructor(pointer: '/currentPassword' | '/password') {
    super([{ pointer, code: 'account/password-wrong' }], 'account/password-wrong');
  }
}

/** The link of the mail is unknown, used, too old, or replaced by a newer one. */
export class LinkInvalid extends InvalidInput {
  constructor() {
    super([{ pointer: '/token', code: 'account/link-invalid' }], 'account/link-invalid');
  }
}

/** The account has an authenticator app already. */
export class TotpExists extends DomainError {
  constructor() {
    super('second-factor/totp-exists', 'conflict', { detail: 'Remove the present authenticator app first.' });
  }
}

/** There is no authenticator app to confirm, or to remove. */
export class NoTotp extends DomainError {
  constructor() {
    super('second-factor/no-totp', 'conflict', { detail: 'There is no authenticator app to do this with.' });
  }
}

/** Recovery codes go with an authenticator app or a passkey. */
export class NoSecondFactor extends DomainError {
  constructor() {
    super('second-factor/none', 'conflict', { detail: 'Add an authenticator app or a passkey first.' });
  }
}

/** The code of the authenticator app is wrong, or was used. */
export class CodeWrong extends InvalidInput {
  constructor() {
    super([{ pointer: '/code', code: 'second-factor/code-wrong' }], 'second-factor/code-wrong');
  }
}

/** What the authenticator answered does not fit what it was asked, or came too late. */
export class PasskeyRefused extends InvalidInput {
  constructor() {
    super([{ pointer: '/response', code: 'passkey/refused' }], 'passkey/refused');
  }
}

/** Ten passkeys are enough for anybody. */
export class TooManyPasskeys extends DomainError {
  constructor() {
    super('passkey/too-many', 'conflict', { detail: 'Remove a passkey that you do not use any more.' });
  }
}

/** TTN is reached by a network address here and not by a name; passkeys belong to names. */
export class PasskeysUnavailable extends DomainError {
  constructor() {
    super('passkey/unavailable', 'conflict', { detail: 'Passkeys need an address with a name.' });
  }
}

/** A copy of the data is being prepared, or was, a short while ago. */
export class ExportRecent extends DomainError {
  constructor() {
    super('data-export/recent', 'conflict', {
      detail: 'A copy of your data was prepared a short while ago.',
    });
  }
}

/** The copy is not ready yet. */
export class ExportNotReady extends DomainError {
  constructor() {
    super('data-export/not-ready', 'conflict', { detail: 'The copy is still being prepared.' });
  }
}

/** The person owns an organization alone: somebody else must take it over first. */
export class LastOwner extends DomainError {
  constructor(organizationIds: readonly string[]) {
    super('identity/last-owner', 'conflict', {
      detail: 'You are the only owner of an organization. Hand it over first.',
      extra: { organizationIds },
    });
  }
}

/** A weekday appears twice, or ends before it begins. */
export class WorkingHoursWrong extends InvalidInput {
  constructor() {
    super([{ pointer: '/workingHours', code: 'account/working-hours-wrong' }], 'account/working-hours-wrong');
  }
}
