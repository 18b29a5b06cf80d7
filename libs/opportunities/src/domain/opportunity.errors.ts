import { DomainError, InvalidInput } from '#libs/kernel';
import type { Finding } from './quality-check.js';

/** 409: what somebody looks at, and what is over, stays as it was. */
export class OpportunityNotEditable extends DomainError {
  constructor(state: string) {
    super('opportunity/not-editable', 'conflict', {
      detail: `An opportunity cannot be edited while its state is "${state}".`,
      extra: { state },
    });
  }
}

/**
 * 422: the quality check refuses it. `opportunity/incomplete` where something is missing,
 * `opportunity/deadline-passed` where nobody could answer any more, else `opportunity/refused-by-check`.
 */
export class RefusedByCheck extends InvalidInput {
  constructor(refusals: readonly Finding[]) {
    super(
      refusals.map(({ pointer, code }) => ({ pointer, code })),
      codeOf(refusals),
    );
  }
}

function codeOf(refusals: readonly Finding[]): string {
  const codes = refusals.map(({ code }) => code);
  if (codes.includes('opportunity/missing')) return 'opportunity/incomplete';
  if (codes.every((code) => code === 'opportunity/deadline-passed')) return 'opportunity/deadline-passed';
  return 'opportunity/refused-by-check';
}

/** 409: the secretariat holds it; its owner mends it and asks for a look. */
export class OpportunityHeld extends DomainError {
  constructor() {
    super('opportunity/held', 'conflict', { detail: 'The secretariat holds this opportunity.' });
  }
}

/** 409: nobody holds it, so there is nothing to look at. */
export class OpportunityNotHeld extends DomainError {
  constructor() {
    super('opportunity/not-held', 'conflict', { detail: 'The secretariat does not hold this opportunity.' });
  }
}

/** 409: an opportunity lives twice as long at most. */
export class RenewedBefore extends DomainError {
  constructor() {
    super('opportunity/renewed-before', 'conflict', { detail: 'It has been renewed once already.' });
  }
}

/** 409: there is time enough left. */
export class RenewalTooEarly extends DomainError {
  constructor() {
    super('opportunity/renewal-too-early', 'conflict', {
      detail: 'It can be renewed in the last 30 days before its end, and afterwards.',
    });
  }
}

/** 422: no member of that id, or oneself. */
export class UnknownPartner extends InvalidInput {
  constructor() {
    super([{ pointer: '/organizationId', code: 'opportunity/unknown-partner' }]);
  }
}

/** 422: a partner is a member, or somebody outside, not both. */
export class TwoPartners extends InvalidInput {
  constructor() {
    super([{ pointer: '/partnerName', code: 'opportunity/two-partners' }]);
  }
}
