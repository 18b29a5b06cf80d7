import { DomainError } from '#libs/kernel';

const WHY = {
  'own-organization': 'Colleagues need no request: write to them.',
  'already-waiting': 'Your organization asked them already and waits for the answer.',
  'refused-before': 'They declined or did not answer. Ask again later.',
  'too-many-waiting': 'Too many requests of your organization wait for an answer.',
  'too-many-sent': 'Your organization sent as many requests as it may for now.',
  lapsed: 'Nobody answered in time. The request is over.',
  'sender-left': 'Whoever asked does not act for that organization any more.',
} as const;
export type ContactRefusal = keyof typeof WHY;

/** 409 or 429: this contact request cannot be sent or answered; the code says why. */
export class ContactRefused extends DomainError {
  constructor(why: ContactRefusal) {
    const kind = why === 'too-many-waiting' || why === 'too-many-sent' ? 'rate-limited' : 'conflict';
    super(`contact-request/${why}`, kind, {
      detail: WHY[why],
      ...(kind === 'rate-limited' && { retryAfterSeconds: 86_400 }),
    });
  }
}

/** 403: one of these people is a stranger, who is asked first. */
export class NotAcquainted extends DomainError {
  constructor() {
    super('conversation/not-acquainted', 'forbidden', {
      detail:
        'You may write to colleagues, to people you share a conversation with, and to the secretariat. Ask others by a contact request.',
    });
  }
}

/** 409: the seat cannot be had, given or taken so. */
export class SeatRefused extends DomainError {
  constructor(why: 'full' | 'not-a-colleague' | 'last-host' | 'alone-for-organization') {
    super(`conversation/${why}`, 'conflict', { detail: SEATS[why] });
  }
}

const SEATS = {
  full: 'A conversation holds at most 100 people.',
  'not-a-colleague': 'A seat goes to a colleague who acts for the same organization.',
  'last-host': 'Hand your part as host over before you leave.',
  'alone-for-organization':
    'Nobody else of your organization takes part: hand your seat over to a colleague instead.',
} as const;

/** 409: one of the two blocked the other; both still read what was said. */
export class ConversationSilent extends DomainError {
  constructor() {
    super('messaging/not-open', 'conflict', { detail: 'Nobody can write in this conversation any more.' });
  }
}
