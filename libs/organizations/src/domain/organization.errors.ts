import { DomainError, type FieldError, InvalidInput } from '#libs/kernel';

export class SlugTaken extends DomainError {
  constructor() {
    super('organization/slug-taken', 'conflict', { detail: 'Another organization has this short name.' });
  }
}

export class AlreadyAMember extends DomainError {
  constructor() {
    super('organization/already-a-member', 'conflict', { detail: 'The person already has a seat there.' });
  }
}

export class UnknownCountry extends InvalidInput {
  constructor() {
    super([{ pointer: '/country', code: 'organization/unknown-country' }]);
  }
}

/** The file has lines that cannot be imported; `pointer` is `/<line number>/<column>`. Nothing was written. */
export class ImportRefused extends InvalidInput {
  constructor(readonly lines: readonly FieldError[]) {
    super(lines, 'organization/import-refused');
  }
}
