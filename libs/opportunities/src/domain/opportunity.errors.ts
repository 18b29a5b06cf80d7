import { DomainError, InvalidInput } from '#libs/kernel';

/** 409: what is closed stays as it was. */
export class OpportunityNotEditable extends DomainError {
  constructor(state: string) {
    super('opportunity/not-editable', 'conflict', {
      detail: 'A closed opportunity cannot be edited.',
      extra: { state },
    });
  }
}

/** 422: fields a publication needs are empty. */
export class OpportunityIncomplete extends InvalidInput {
  constructor(missing: readonly string[]) {
    super(
      missing.map((field) => ({ pointer: `/${field}`, code: 'opportunity/missing' })),
      'opportunity/incomplete',
    );
  }
}

/** 422: nobody could answer any more. */
export class DeadlinePassed extends InvalidInput {
  constructor() {
    super([{ pointer: '/deadline', code: 'opportunity/deadline-passed' }], 'opportunity/deadline-passed');
  }
}
