import { DomainError, type FieldError, InvalidInput } from '#libs/kernel';

/** 403: only an owner or a signatory of the party whose turn it is signs. */
export class NotYoursToSign extends DomainError {
  constructor() {
    super('engagement/not-yours-to-sign', 'forbidden', {
      detail: 'An owner or signatory signs for the organization.',
    });
  }
}

/** 409: somebody else signs first, or you have signed already. */
export class NotYourTurn extends DomainError {
  constructor() {
    super('engagement/not-your-turn', 'conflict', {
      detail: 'The consultant signs first, then the requester, then those who bear the cost.',
    });
  }
}

/** 409: what was looked at is not what is to be signed. */
export class OtherTerms extends DomainError {
  constructor() {
    super('engagement/other-terms', 'conflict', { detail: 'These are not the terms of this agreement.' });
  }
}

/** 403: the act belongs to the other side, or to neither. */
export class WrongSide extends DomainError {
  constructor() {
    super('engagement/wrong-side', 'forbidden', { detail: 'That is for another party of the engagement.' });
  }
}

/** 409: work is not under way: not signed yet, over, or frozen by a dispute. */
export class NotWorking extends DomainError {
  constructor(state: string) {
    super('engagement/wrong-state', 'conflict', {
      detail: `That is not possible while the state is "${state}".`,
      extra: { state },
    });
  }
}

/** 422: times that cannot be proposed or confirmed. */
export class BadSlots extends InvalidInput {
  constructor(errors: readonly FieldError[]) {
    super(errors, 'engagement-session/bad-times');
  }
}

/** 409: somebody who takes part has another session then. */
export class SessionsOverlap extends DomainError {
  constructor() {
    super('engagement-session/overlaps', 'conflict', {
      detail: 'Somebody who takes part has another session at that time.',
    });
  }
}

/** 409: it has not begun yet. */
export class SessionToCome extends DomainError {
  constructor() {
    super('engagement-session/to-come', 'conflict', { detail: 'The session has not begun yet.' });
  }
}

/** 409: it began already. */
export class SessionBegun extends DomainError {
  constructor() {
    super('engagement-session/begun', 'conflict', { detail: 'The session has begun already.' });
  }
}

/** 409: minutes are confirmed once. */
export class MinutesNotWaiting extends DomainError {
  constructor() {
    super('engagement-session/minutes-not-waiting', 'conflict', {
      detail: 'There are no minutes that wait to be confirmed.',
    });
  }
}

/** 409: two revisions are included. */
export class RevisionsUsed extends DomainError {
  constructor() {
    super('deliverable/revisions-used', 'conflict', {
      detail: 'Both revisions are used: accept it, or ask the chair.',
    });
  }
}

/** 409: one rating for each side, while they are sealed. */
export class RatingNotTaken extends DomainError {
  constructor(code: 'rating/given' | 'rating/not-open') {
    super(code, 'conflict', { detail: 'A rating is given once, after acceptance and before the end.' });
  }
}

/** 409: the reference stands for another amount, day or payer. */
export class ReferenceTaken extends DomainError {
  constructor() {
    super('ledger/reference-taken', 'conflict', {
      detail: 'Something else was recorded under this reference. Take it back by a reversal.',
    });
  }
}

/** 409: it was reversed already, or is a reversal. */
export class NotReversible extends DomainError {
  constructor() {
    super('ledger/not-reversible', 'conflict', { detail: 'The entry was taken back, or takes one back.' });
  }
}

/** 422: more than was agreed on, or than is owed. */
export class TooMuch extends InvalidInput {
  constructor(code: 'ledger/more-than-agreed' | 'ledger/more-than-owed') {
    super([{ pointer: '/amountMinor', code }], code);
  }
}

/** 422: the payer bears no part of the cost. */
export class NotAPayer extends InvalidInput {
  constructor() {
    super([{ pointer: '/partyId', code: 'ledger/not-a-payer' }], 'ledger/not-a-payer');
  }
}

/** 422: an amount of nothing is no fact. */
export class NothingToRecord extends InvalidInput {
  constructor() {
    super([{ pointer: '/amountMinor', code: 'ledger/nothing' }], 'ledger/nothing');
  }
}

/** 422: these fields tell who is meant; which words do is not repeated. */
export class CaseNoteNamesSomebody extends InvalidInput {
  constructor(fields: readonly string[]) {
    super(
      fields.map((field) => ({ pointer: `/${field}`, code: 'case-note/names-somebody' })),
      'case-note/names-somebody',
    );
  }
}

/** 409: the note is public, or nothing is written yet. */
export class CaseNoteNotOpen extends DomainError {
  constructor() {
    super('case-note/not-open', 'conflict', {
      detail: 'There is no note that could be changed or agreed to.',
    });
  }
}

/** 409: no case note of what is confidential. */
export class CaseConfidential extends DomainError {
  constructor() {
    super('case-note/confidential', 'conflict', { detail: 'The request was confidential.' });
  }
}
