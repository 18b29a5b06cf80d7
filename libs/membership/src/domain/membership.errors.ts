import { DomainError, InvalidInput } from '#libs/kernel';

/** The organization is a member already, by an older admission. */
export class AlreadyAMemberOfTpo extends DomainError {
  constructor() {
    super('membership/already-a-member', 'conflict', {
      detail: 'The organization is a full member of the TPO already.',
    });
  }
}

/** A request or a membership of the organization is under way. */
export class AlreadyUnderWay extends DomainError {
  constructor() {
    super('membership/already-under-way', 'conflict', {
      detail: 'The organization has a request or a membership that has not ended.',
    });
  }
}

/** Only active participants apply, and the secretariat is no member of what it serves. */
export class NotEligible extends DomainError {
  constructor() {
    super('membership/not-eligible', 'conflict', {
      detail: 'Full membership is open to active participants other than the secretariat.',
    });
  }
}

/** The General Assembly has declined it: a payment does not revive it. */
export class NotRatified extends DomainError {
  constructor() {
    super('membership/not-ratified', 'conflict', {
      detail: 'The General Assembly has not ratified this membership.',
    });
  }
}

/** Nothing waits for the General Assembly. */
export class NothingToRatify extends DomainError {
  constructor() {
    super('membership/nothing-to-ratify', 'conflict', {
      detail: 'This membership does not wait for ratification.',
    });
  }
}

/** Admission and annual fee are of two currencies. */
export class FeesInTwoCurrencies extends InvalidInput {
  constructor() {
    super([{ pointer: '/annualFee/currency', code: 'membership/two-currencies' }]);
  }
}

/** What was received is not what was due. */
export class FeeDiffers extends InvalidInput {
  constructor() {
    super([{ pointer: '/amount', code: 'membership/fee-differs' }]);
  }
}

/** A day that is yet to come cannot have seen a payment or a resolution. */
export class DayToCome extends InvalidInput {
  constructor(pointer: string) {
    super([{ pointer, code: 'membership/day-to-come' }]);
  }
}

/** The term that this payment buys, or that is entered, would be over already. */
export class TermOver extends InvalidInput {
  constructor(pointer = '/receivedOn') {
    super([{ pointer, code: 'membership/term-over' }]);
  }
}

/** Only who is shown as a member already has a membership to enter. */
export class NotOnTheList extends InvalidInput {
  constructor() {
    super([{ pointer: '/organizationId', code: 'membership/not-on-the-list' }]);
  }
}
