import { type Money, money, splitByShares, within } from '#libs/kernel';
import type { CostBearer } from './consulting-request.js';
import { QuoteContradictory } from './quote.errors.js';
import type { QuoteState } from './quote-states.js';

/** Something the expert hands over. */
export interface QuoteDeliverable {
  readonly title: string;
  /** ISO 8601 calendar date. */
  readonly dueDay: string;
}

/** What an expert offers. */
export interface QuoteContent {
  readonly scope: string;
  /** BCP 47 of all words. */
  readonly language: string;
  /** Meetings that are included. */
  readonly sessions: number;
  readonly deliverables: readonly QuoteDeliverable[];
  /** Without tax. */
  readonly fee: Money;
  /** In the currency of the fee. */
  readonly tax: Money;
  /** Who pays which part; together 10,000. */
  readonly costShares: readonly CostBearer[];
  /** Last day on which it can be chosen. */
  readonly validUntil: string;
  readonly note: string | null;
}

export interface QuoteVersion extends QuoteContent {
  readonly quoteId: string;
  readonly number: number;
  readonly savedBy: string;
  readonly savedAt: Date;
}

/** A quote with what it says now. */
export interface Quote extends QuoteContent {
  readonly id: string;
  readonly requestId: string;
  readonly organizationId: string;
  readonly createdBy: string;
  readonly state: QuoteState;
  /** Of its newest version, from 1. */
  readonly number: number;
  /** Why it was passed over. */
  readonly reason: string | null;
  readonly words: string | null;
  readonly wordsLanguage: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The most anything costs, in minor units: a thousand billion, which leaves room for exact sums. */
export const MOST_MINOR = 1_000_000_000_000_000;

/** Why a quote was not the one; told to its author. */
export const PASSED_OVER_REASONS = ['price', 'scope', 'timing', 'experience', 'language', 'other'] as const;
export type PassedOverReason = (typeof PASSED_OVER_REASONS)[number];

/** Refuses money that is none, and days that have passed: `quote/contradictory`. */
export function checkedQuote(content: QuoteContent, today: string): QuoteContent {
  const fee = within('/fee', () => money(content.fee.amountMinor, content.fee.currency));
  const tax = within('/tax', () => money(content.tax.amountMinor, content.tax.currency));
  if (tax.currency !== fee.currency) throw new QuoteContradictory('/tax/currency', 'other-currency');
  if (fee.amountMinor > MOST_MINOR) throw new QuoteContradictory('/fee/amountMinor', 'too-much');
  if (tax.amountMinor > MOST_MINOR) throw new QuoteContradictory('/tax/amountMinor', 'too-much');
  if (content.validUntil < today) throw new QuoteContradictory('/validUntil', 'day-has-passed');
  content.deliverables.forEach(({ dueDay }, index) => {
    if (dueDay < today) throw new QuoteContradictory(`/deliverables/${index}/dueDay`, 'day-has-passed');
  });
  return { ...content, fee, tax };
}

/** What each bearer pays of fee and tax, to the last minor unit. */
export function costParts({
  fee,
  tax,
  costShares,
}: Pick<QuoteContent, 'fee' | 'tax' | 'costShares'>): CostPart[] {
  const parts = splitByShares(fee.amountMinor + tax.amountMinor, costShares);
  return costShares.map((share, at) => ({ ...share, amountMinor: parts[at] ?? 0 }));
}

/** One bearer's part of the sum, in minor units of the quote's currency. */
export interface CostPart extends CostBearer {
  readonly amountMinor: number;
}
