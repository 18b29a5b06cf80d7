import type { Quote } from './quote.js';

/** Rows of the comparison, in their order. */
export const COMPARED_FIELDS = [
  'fee',
  'tax',
  'total',
  'sessions',
  'deliverables',
  'scope',
  'costShares',
  'validUntil',
  'language',
  'note',
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** The rows in which not all say the same; a single quote differs from nothing. */
export function differingFields(quotes: readonly Quote[]): ComparedField[] {
  return COMPARED_FIELDS.filter((field) => new Set(quotes.map((quote) => valueOf(quote, field))).size > 1);
}

function valueOf(quote: Quote, field: ComparedField): string {
  if (field !== 'total') return JSON.stringify(quote[field]);
  return JSON.stringify([quote.fee.amountMinor + quote.tax.amountMinor, quote.fee.currency]);
}
