import { DomainError, InvalidInput } from '#libs/kernel';

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
