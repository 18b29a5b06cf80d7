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
