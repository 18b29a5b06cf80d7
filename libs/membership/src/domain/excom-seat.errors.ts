import { DomainError, InvalidInput } from '#libs/kernel';

/** Only an active member city sits in the committee. */
export class NotAMemberCity extends InvalidInput {
  constructor() {
    super([{ pointer: '/organizationId', code: 'excom-seat/not-a-member-city' }]);
  }
}

/** The country has fewer seats by the number of its member cities. */
export class NoSuchSeat extends InvalidInput {
  constructor() {
    super([{ pointer: '/number', code: 'excom-seat/no-such-seat' }]);
  }
}

/** The term would end before it begins. */
export class TermBackwards extends InvalidInput {
  constructor() {
    super([{ pointer: '/termTo', code: 'excom-seat/term-backwards' }]);
  }
}

/** The city holds a seat already: this one, or the other of its country. */
export class AlreadySeated extends DomainError {
  constructor() {
    super('excom-seat/already-seated', 'conflict', { detail: 'The city holds a seat already.' });
  }
}

/** The tenure has ended before. */
export class TenureEnded extends DomainError {
  constructor() {
    super('excom-seat/ended', 'conflict', { detail: 'This tenure has ended already.' });
  }
}
