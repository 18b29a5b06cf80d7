import { DomainError } from '#libs/kernel';

/** 409: the own interest in this match waits for an answer. */
export class InterestAlreadySent extends DomainError {
  constructor() {
    super('interest/already-sent', 'conflict', { detail: 'Your interest waits for their answer.' });
  }
}

/** 409: they were faster; accept or decline what they wrote. */
export class AwaitingYourAnswer extends DomainError {
  constructor() {
    super('interest/awaiting-your-answer', 'conflict', {
      detail: 'They wrote first and wait for your answer.',
    });
  }
}

/** 409: a polite no is an answer. */
export class InterestDeclinedBefore extends DomainError {
  constructor() {
    super('interest/declined-before', 'conflict', {
      detail: 'They have declined your interest in this match.',
    });
  }
}

/** 429: a newcomer has shown as much interest as newcomers may for now. */
export class ContactQuotaUsed extends DomainError {
  constructor(interests: number, retryAfterSeconds: number) {
    super('interest/quota-used', 'rate-limited', {
      detail: 'New participants may show only so much interest a week.',
      retryAfterSeconds,
      extra: { interests },
    });
  }
}
