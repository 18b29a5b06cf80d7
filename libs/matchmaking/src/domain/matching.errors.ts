import { DomainError } from '#libs/kernel';

/** 409: everybody is being compared just now. */
export class RunUnderWay extends DomainError {
  constructor() {
    super('matching-run/under-way', 'conflict', { detail: 'A run is under way; wait for it, or cancel it.' });
  }
}

/** 409: there is no run before this one whose lists are kept, or others came after it. */
export class NoRunBefore extends DomainError {
  constructor() {
    super('matching-run/nothing-before', 'conflict', {
      detail: 'Only the last finished run can be taken back, while the lists of the one before are kept.',
    });
  }
}

/** 409: by these weights past answers would have been foretold worse than by those in use. */
export class ReplayFalls extends DomainError {
  constructor(before: number, after: number) {
    super('matching-weights/replay-falls', 'conflict', {
      detail: 'Past answers stand in a worse order by these weights than by those in use.',
      extra: { before, after },
    });
  }
}
