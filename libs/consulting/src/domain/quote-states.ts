import { defineTransitions } from '#libs/kernel';

export const QUOTE_STATES = [
  'submitted',
  'selected',
  'not_selected',
  'withdrawn',
  'expired',
  'released',
] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];
export type QuoteVerb = 'select' | 'pass-over' | 'withdraw' | 'expire' | 'release';

/** The life of a quote. What it says changes by versions, in `submitted` and while it is sealed. */
export const quoteTransitions = defineTransitions<QuoteState, QuoteVerb>({
  feature: 'quote',
  initial: 'submitted',
  states: QUOTE_STATES,
  transitions: {
    select: {
      from: ['submitted'],
      to: 'selected',
      actor: 'the requesting organization',
      event: 'quote.selected',
    },
    'pass-over': {
      from: ['submitted'],
      to: 'not_selected',
      actor: 'the system, with the choice of another',
      event: 'quote.not-selected',
    },
    withdraw: { from: ['submitted'], to: 'withdrawn', actor: 'its author', event: 'quote.withdrawn' },
    expire: {
      from: ['submitted'],
      to: 'expired',
      actor: 'the system, when it is valid no more',
      event: 'quote.expired',
    },
    release: {
      from: ['submitted'],
      to: 'released',
      actor: 'the system, when the request ends without a choice',
      event: 'quote.released',
    },
  },
});
