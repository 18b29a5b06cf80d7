import { DomainError, InvalidInput } from '#libs/kernel';

/** 409: only a draft can be edited; what was handed in stays as it was. */
export class ProposalNotEditable extends DomainError {
  constructor(state: string) {
    super('proposal/not-editable', 'conflict', {
      detail: 'Only a draft can be edited.',
      extra: { state },
    });
  }
}

/** 422: fields a submission needs are empty. */
export class ProposalIncomplete extends InvalidInput {
  constructor(missing: readonly string[]) {
    super(
      missing.map((field) => ({ pointer: `/${field}`, code: 'proposal/missing' })),
      'proposal/incomplete',
    );
  }
}
