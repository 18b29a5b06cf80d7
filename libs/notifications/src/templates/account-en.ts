import type { EventTemplates } from './template.js';

const FACTOR = `{subject, select,
  totp_added {An authenticator app was added to your account.}
  totp_removed {The authenticator app was removed from your account.}
  passkey_added {A passkey was added to your account.}
  passkey_removed {A passkey was removed from your account.}
  recovery_codes_renewed {New recovery codes were made for your account; the old ones are void.}
  recovery_code_used {Somebody signed in to your account with a recovery code.}
  other {The ways to sign in to your account were changed.}}`;

const NOT_YOU =
  'If this was not you, open your account, change your password and end all other sessions. Then tell the secretariat.';

/** What happens to a person's account. */
export const accountEn: EventTemplates = {
  'person.registered': {
    mail: {
      subject: 'Confirm your e-mail address for TTN',
      body: [
        'An account on the TPO Tourism Network was requested with this e-mail address.',
        'Please confirm the address within 24 hours. If you did not ask for an account, ignore this mail: without the confirmation nobody can use it.',
      ],
      action: 'Confirm my e-mail address',
    },
  },
  'session.started-on-new-device': {
    notice: 'Your account was signed in to on a new device.',
    mail: {
      subject: 'New sign-in to your TTN account',
      body: ['Your account was signed in to on a device that had not been used before.', NOT_YOU],
      action: 'See where I am signed in',
    },
  },
  'password.changed': {
    notice: 'Your password was changed. All other devices are signed out.',
    mail: {
      subject: 'Your TTN password was changed',
      body: [
        'The password of your account was changed, and all other devices were signed out.',
        'If this was not you, choose a new password at once with “Forgot your password?” on the sign-in page, and tell the secretariat.',
      ],
      action: 'Open my account',
    },
  },
  'password-reset.requested': {
    mail: {
      subject: 'Choose a new password for TTN',
      body: [
        'Somebody, probably you, forgot the password of the TTN account with this e-mail address.',
        'The link below is good once, for one hour. If you did not ask for it, ignore this mail: your password stays as it is.',
      ],
      action: 'Choose a new password',
    },
  },
  'email-change.requested': {
    notice: 'Another e-mail address was asked for. It counts once its owner has confirmed it.',
    mail: {
      subject: 'Your TTN account is to get another e-mail address',
      body: [
        'Somebody who is signed in to your account asked for another e-mail address. Until the new address is confirmed, nothing changes.',
        NOT_YOU,
      ],
      action: 'Open my account',
    },
  },
  'email-change.proof-requested': {
    mail: {
      subject: 'Confirm your new e-mail address for TTN',
      body: [
        'This address is to become the one of your TTN account.',
        'Please confirm it within 24 hours. If you did not ask for this, ignore this mail.',
      ],
      action: 'Confirm my new e-mail address',
    },
  },
  'email.changed': { notice: 'The e-mail address of your account was changed.' },
  'mail.bounced': {
    notice: 'Mail to your address comes back. Nothing is sent there until you say that it is right.',
  },
  'second-factor.changed': {
    notice: FACTOR,
    mail: {
      subject: 'The ways to sign in to your TTN account were changed',
      body: [FACTOR, NOT_YOU],
      action: 'Open my account',
    },
  },
  'data-export.ready': {
    notice: 'The copy of your data is ready. You can download it for seven days.',
    mail: {
      subject: 'The copy of your TTN data is ready',
      body: [
        'The copy of your data that you asked for is ready.',
        'You can download it from your account for seven days. After that it is removed.',
      ],
      action: 'Download the copy',
    },
  },
  'person.erasure-requested': {
    notice: 'Your account will be deleted in ten days. Until then you can keep it.',
    mail: {
      subject: 'Your TTN account will be deleted',
      body: [
        'You asked for your account to be deleted. This will happen in ten days. Until then you can sign in and take it back.',
        'Your name, address and everything you sign in with will be removed. What you wrote to others stays, without your name.',
        NOT_YOU,
      ],
      action: 'Keep my account',
    },
  },
  'person.erasure-held': {
    notice:
      'Your account could not be deleted: you are the only owner of an organization. Hand it over first.',
    mail: {
      subject: 'Your TTN account could not be deleted yet',
      body: [
        'Your account was to be deleted today, but you are the only owner of an organization.',
        'Please hand it over to somebody else. We try again every day; you can also keep your account.',
      ],
      action: 'Open my account',
    },
  },
  'person.erasure-cancelled': { notice: 'Your account stays: the deletion was taken back.' },
};
