import { DomainError, InvalidInput } from '#libs/kernel';

/** 409: nothing is handed in or judged while the project does not run. */
export class ProjectNotLive extends DomainError {
  constructor(state: string) {
    super('project/not-live', 'conflict', {
      detail: 'The project is not running, so nothing can be changed in it.',
      extra: { state },
    });
  }
}

/** 409: what an end needs is not there yet. */
export class ClosingIncomplete extends DomainError {
  constructor(missing: readonly string[]) {
    super('project/closing-incomplete', 'conflict', {
      detail: 'The project cannot be closed yet: something is missing.',
      extra: { missing },
    });
  }
}

/** 409: one wish for another day at a time. */
export class DayAlreadyAsked extends DomainError {
  constructor() {
    super('milestone/day-already-asked', 'conflict', {
      detail: 'Another day was asked for already.',
      extra: { state: 'asked' },
    });
  }
}

/** 409: the milestone is handed in or accepted; its day does not change any more. */
export class MilestoneNotOpen extends DomainError {
  constructor(state: string) {
    super('milestone/not-open', 'conflict', {
      detail: 'The milestone is handed in or accepted.',
      extra: { state },
    });
  }
}

/** 422: the new day is not another day, or is over. */
export class WrongDay extends InvalidInput {
  constructor() {
    super([{ pointer: '/day', code: 'milestone/wrong-day' }]);
  }
}

/** 422: nothing shows what was reached: neither words nor files. */
export class NothingToShow extends InvalidInput {
  constructor() {
    super([{ pointer: '/words', code: 'milestone/nothing-to-show' }]);
  }
}

/** 422: spending is of lines of the project, each named once. */
export class UnknownBudgetLine extends InvalidInput {
  constructor() {
    super([{ pointer: '/spending', code: 'project/unknown-budget-line' }]);
  }
}

/** 422: more of something than a project may have. */
export class TooManyFiles extends InvalidInput {
  constructor(limit: number) {
    super([{ pointer: '/fileId', code: 'project/too-many-files', detail: `At most ${limit}.` }]);
  }
}

/** 409: a rating is given once. */
export class AlreadyRated extends DomainError {
  constructor() {
    super('project/already-rated', 'conflict', {
      detail: 'Your organization has rated this partner already.',
    });
  }
}

/** 409: what partners say of each other can be read already, so nobody says more. */
export class RatingsOpen extends DomainError {
  constructor() {
    super('project/ratings-open', 'conflict', {
      detail: 'The ratings are open: nothing can be added to them any more.',
    });
  }
}

/** 422: ratings are of other organizations of the project. */
export class NotAPartner extends InvalidInput {
  constructor() {
    super([{ pointer: '/organizationId', code: 'project/not-a-partner' }]);
  }
}
