import { DomainError, InvalidInput } from '#libs/kernel';

/** Organizations of this kind have no such role. */
export class UnknownRole extends InvalidInput {
  constructor() {
    super([{ pointer: '/role', code: 'organization/unknown-role' }]);
  }
}

export class SignatoryOfCitiesOnly extends InvalidInput {
  constructor() {
    super([{ pointer: '/signatory', code: 'member/signatory-of-cities-only' }]);
  }
}

/** Where nobody is yet, the first is to manage the others. */
export class FirstMemberOwns extends InvalidInput {
  constructor() {
    super([{ pointer: '/role', code: 'member/first-is-owner' }]);
  }
}

/** Somebody must remain who may manage the organization. */
export class LastOwner extends DomainError {
  constructor() {
    super('member/last-owner', 'conflict', {
      detail: 'The organization has no other owner. Hand the ownership over first.',
    });
  }
}

export class AlreadyInvited extends DomainError {
  constructor() {
    super('invitation/already-sent', 'conflict', {
      detail: 'An invitation to this address is open. Send it again instead.',
    });
  }
}

/** The link is unknown, used, withdrawn, or replaced by a newer mail. */
export class InvitationInvalid extends InvalidInput {
  constructor() {
    super([{ pointer: '/token', code: 'invitation/invalid' }], 'invitation/invalid');
  }
}

export class InvitationExpired extends DomainError {
  constructor() {
    super('invitation/expired', 'conflict', { detail: 'The invitation has expired. Ask for a new one.' });
  }
}

export class OwnershipAlreadyOffered extends DomainError {
  constructor() {
    super('ownership/already-offered', 'conflict', {
      detail: 'An offer waits for its answer. Withdraw it before making another one.',
    });
  }
}

/** The ownership is offered to a member who does not hold it yet. */
export class OwnershipCannotGoThere extends InvalidInput {
  constructor() {
    super([{ pointer: '/personId', code: 'ownership/not-a-successor' }]);
  }
}

/** The secretariat runs the network; it is not closed by its officers. */
export class SecretariatStays extends DomainError {
  constructor() {
    super('organization/secretariat-stays', 'conflict', { detail: 'The secretariat cannot be closed.' });
  }
}
