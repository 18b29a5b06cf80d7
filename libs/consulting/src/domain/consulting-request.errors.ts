import { DomainError, InvalidInput } from '#libs/kernel';

/** 409: only a draft can be edited. */
export class ConsultingRequestNotEditable extends DomainError {
  constructor(state: string) {
    super('consulting-request/not-editable', 'conflict', {
      detail: 'Only a draft can be edited.',
      extra: { state },
    });
  }
}

/** 422: fields a submission needs are empty. */
export class ConsultingRequestIncomplete extends InvalidInput {
  constructor(missing: readonly string[]) {
    super(
      missing.map((field) => ({ pointer: `/${field}`, code: 'consulting-request/missing' })),
      'consulting-request/incomplete',
    );
  }
}

/** 422: a band ends below its beginning, or its ends are of two currencies. */
export class BandContradictory extends InvalidInput {
  constructor(why: 'needs-upper-end' | 'other-currency' | 'ends-below-its-beginning') {
    super([{ pointer: '/budgetFrom', code: `consulting-request/band-${why}` }], 'consulting-request/band');
  }
}

/** 422: shares that are not the whole, or one organization twice. */
export class SharesDoNotAddUp extends InvalidInput {
  constructor(pointer: string) {
    super([{ pointer, code: 'consulting-request/shares' }], 'consulting-request/shares');
  }
}

/** 422: a consultant who is asked by name would pay for the own advice. */
export class ConsultantBearsCost extends InvalidInput {
  constructor(indexes: readonly number[]) {
    const code = 'consulting-request/consultant-bears-cost';
    super(
      indexes.map((index) => ({ pointer: `/namedConsultants/${index}`, code })),
      code,
    );
  }
}

/** 422: the secretariat asks the experts of the committee. */
export class CommitteeNamesNobody extends InvalidInput {
  constructor() {
    super(
      [{ pointer: '/namedConsultants', code: 'consulting-request/committee-names-nobody' }],
      'consulting-request/committee-names-nobody',
    );
  }
}

/** 422: who shall pay, or is asked by name, does not take part, or is no consultancy. */
export class NoSuchParty extends InvalidInput {
  constructor(pointers: readonly string[]) {
    super(
      pointers.map((pointer) => ({ pointer, code: 'consulting-request/no-such-party' })),
      'consulting-request/no-such-party',
    );
  }
}

/** 403: only member cities ask the committee. */
export class CommitteeIsForMemberCities extends DomainError {
  constructor() {
    super('consulting-request/member-cities-only', 'forbidden', {
      detail: 'The consulting committee answers member cities of the TPO.',
    });
  }
}

/** 422: a day that has passed. */
export class DayHasPassed extends InvalidInput {
  constructor(pointer: string) {
    super([{ pointer, code: 'consulting-request/day-has-passed' }], 'consulting-request/day-has-passed');
  }
}

/** 422: an answer is a case of the library or a city that knows; of a city it says why. */
export class AnswerEmpty extends InvalidInput {
  constructor(pointer: '/caseId' | '/said') {
    super([{ pointer, code: 'consulting-request/answer-empty' }], 'consulting-request/answer-empty');
  }
}

/** 422: quotes close within 90 days from now. */
export class CloseOutOfRange extends InvalidInput {
  constructor() {
    super([{ pointer: '/quotesCloseAt', code: 'consulting-request/close-out-of-range' }]);
  }
}
