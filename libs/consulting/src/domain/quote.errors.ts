import { DomainError, InvalidInput } from '#libs/kernel';

/** 422: money or days of a quote that cannot be. */
export class QuoteContradictory extends InvalidInput {
  constructor(
    pointer: string,
    why: 'other-currency' | 'too-much' | 'day-has-passed' | 'no-bearer' | 'author-bears',
  ) {
    super([{ pointer, code: `quote/${why}` }], 'quote/contradictory');
  }
}

/** 409: the quotes are open, the close has passed, or the expert has not accepted the invitation. */
export class QuotingClosed extends DomainError {
  constructor() {
    super('quote/closed', 'conflict', { detail: 'Quotes for this request are not taken any more.' });
  }
}

/** 409: there is one already; it is revised, or withdrawn first. */
export class QuoteExists extends DomainError {
  constructor() {
    super('quote/exists', 'conflict', { detail: 'You have handed in a quote for this request.' });
  }
}

/** 409: what others have read is changed no more. */
export class QuoteOpened extends DomainError {
  constructor() {
    super('quote/opened', 'conflict', { detail: 'The quotes were opened; this one stands as it is.' });
  }
}
