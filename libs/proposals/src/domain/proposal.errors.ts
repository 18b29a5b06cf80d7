import { DomainError, type FieldError, InvalidInput } from '#libs/kernel';

/** 409: only what is open can be edited; what was handed in stays as it was. */
export class ProposalNotEditable extends DomainError {
  constructor(state: string) {
    super('proposal/not-editable', 'conflict', {
      detail: 'Only a draft, or what was asked for, can be edited.',
      extra: { state },
    });
  }
}

/** 409: more was asked for, and these fields are not among what was. */
export class FieldsClosed extends DomainError {
  constructor(fields: readonly string[], open: readonly string[]) {
    super('proposal/field-closed', 'conflict', {
      detail: 'Only the fields that were asked for can be changed.',
      errors: fields.map((field) => ({ pointer: `/${field}`, code: 'proposal/field-closed' })),
      extra: { open },
    });
  }
}

/** 422: what a submission needs is missing or does not agree. */
export class ProposalIncomplete extends InvalidInput {
  constructor(missing: readonly FieldError[]) {
    super(missing, 'proposal/incomplete');
  }
}

/** 409: the stage of the call takes no answers now, by the clock of the database. */
export class StageClosed extends DomainError {
  constructor() {
    super('proposal/stage-closed', 'conflict', { detail: 'The call takes no proposals at this moment.' });
  }
}

/** 422: rules of the call that hold by themselves keep the organization from leading a proposal for it. */
export class CallNotOpenToLead extends DomainError {
  constructor(rules: readonly number[]) {
    super('proposal/call-not-open-to-you', 'invalid', {
      detail: `The call is not open to your organization, by its rule ${rules.join(', ')}.`,
      errors: rules.map((number) => ({
        pointer: '/callId',
        code: 'proposal/rule-unmet',
        detail: `Rule ${number}.`,
      })),
      extra: { rules: rules.map(String) },
    });
  }
}

/** 422: who runs a call neither leads a proposal for it nor takes part in one. */
export class RunsTheCall extends InvalidInput {
  constructor(pointer: '/callId' | '/organizationId' | `/partners/${string}`) {
    super([{ pointer, code: 'proposal/runs-the-call' }], 'proposal/runs-the-call');
  }
}

/** 409: what was asked for was awaited until a moment that is over. */
export class WaitingOver extends DomainError {
  constructor() {
    super('proposal/overdue', 'conflict', { detail: 'The time for what was asked for is over.' });
  }
}

/** 409: the call has newer terms than its people have seen. Nothing is lost: they look, and hand in again. */
export class CallChanged extends DomainError {
  constructor(callVersion: number) {
    super('proposal/call-changed', 'conflict', {
      detail: 'The terms of the call have changed. Look at them before you hand the proposal in.',
      extra: { callVersion },
    });
  }
}

/** 409: the content is another than the one that was signed. */
export class ContentChanged extends DomainError {
  constructor(sha256: string) {
    super('proposal/content-changed', 'conflict', {
      detail: 'The proposal has changed since it was read. Look at it and sign again.',
      extra: { sha256 },
    });
  }
}

/** 409: has a part in the proposal already, or leads it. */
export class AlreadyTakesPart extends DomainError {
  /** @param state of the place that is there, where one is known */
  constructor(what: 'partner' | 'coauthor' | 'letter', state?: string) {
    super(`proposal/${what}-already-there`, 'conflict', {
      detail: 'This one is asked already, or takes part.',
      ...(state !== undefined && { extra: { state } }),
    });
  }
}

/** 409: a place in a consortium, an invitation to write along or a letter is not in the state this needs. */
export class WrongPart extends DomainError {
  constructor(state: string) {
    super('proposal/wrong-part', 'conflict', { detail: 'This is not possible any more.', extra: { state } });
  }
}

/** 422: nobody with this address belongs to the lead or a partner that has accepted. */
export class NotOfConsortium extends InvalidInput {
  constructor() {
    super([{ pointer: '/email', code: 'proposal/not-of-consortium' }], 'proposal/not-of-consortium');
  }
}

/** 422: no organization of the network that takes part, or not of the kind this needs. */
export class NoSuchPartner extends InvalidInput {
  constructor() {
    super([{ pointer: '/organizationId', code: 'proposal/no-such-partner' }], 'proposal/no-such-partner');
  }
}

/** 422: too much of something. */
export class TooMany extends InvalidInput {
  constructor(pointer: string, limit: number) {
    super([{ pointer, code: 'proposal/too-many', detail: `At most ${limit}.` }], 'proposal/too-many');
  }
}

/** 403: a letter of support is given and taken back by a signatory of the city. */
export class SignatoryOnly extends DomainError {
  constructor() {
    super('proposal/signatory-only', 'forbidden', { detail: 'Only a signatory of the city may do this.' });
  }
}
