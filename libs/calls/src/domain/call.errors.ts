import { DomainError, type FieldError, InvalidInput } from '#libs/kernel';

/** 409: what is published changes by a new version only. */
export class CallNotEditable extends DomainError {
  constructor(state: string) {
    super('call/not-editable', 'conflict', {
      detail: `A call cannot be edited while its state is "${state}".`,
      extra: { state },
    });
  }
}

/** 409: a draft is edited, and what is decided or over stays as it was. */
export class CallNotChangeable extends DomainError {
  constructor(state: string) {
    super('call/not-changeable', 'conflict', {
      detail: `The terms of a call cannot be changed while its state is "${state}".`,
      extra: { state },
    });
  }
}

/** 422: `call/incomplete` where something is missing, else `call/contradictory`. */
export class TermsRefused extends InvalidInput {
  constructor(errors: readonly FieldError[]) {
    super(
      errors,
      errors.some(({ code }) => code === 'call/missing') ? 'call/incomplete' : 'call/contradictory',
    );
  }
}

/** 422: a new version that says the same. */
export class NothingChanged extends InvalidInput {
  constructor() {
    super([{ pointer: '', code: 'call/nothing-changed' }], 'call/nothing-changed');
  }
}

/** 409: it has a draft or a part in a proposal for it, and must learn of changes. */
export class ConcernedByCall extends DomainError {
  constructor() {
    super('call/concerned', 'conflict', {
      detail: 'Your organization takes part in a proposal for this call, so it is told of its changes.',
    });
  }
}
