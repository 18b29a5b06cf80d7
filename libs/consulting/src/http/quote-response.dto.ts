import { ApiProperty } from '@nestjs/swagger';
import { MoneyDto } from '#libs/platform/fields';
import type { PricedQuote, QuoteComparison } from '../app/quotes.reader.js';
import { PASSED_OVER_REASONS, type QuoteContent, type QuoteVersion } from '../domain/quote.js';
import { COMPARED_FIELDS, type ComparedField } from '../domain/quote-comparison.js';
import { QUOTE_STATES, type QuoteState } from '../domain/quote-states.js';
import { CostBearerDto } from './consulting-request.dto.js';
import { QuoteDeliverableDto } from './quote.dto.js';

/** One bearer's part of fee and tax. */
export class CostPartResponse extends CostBearerDto {
  /** In minor units of the quote's currency; all parts add up to the sum. */
  amountMinor: number;
}

/** An amount in the reader's currency; to read by, never to sum up. */
export class ConvertedResponse {
  amount: MoneyDto;

  /**
   * Day of the rate.
   * @example 2026-11-20
   */
  statedOn: string;
}

export class QuoteContentResponse {
  scope: string;
  language: string;
  sessions: number;
  deliverables: QuoteDeliverableDto[];
  fee: MoneyDto;
  tax: MoneyDto;
  costShares: CostBearerDto[];
  validUntil: string;
  note: string | null;
}

export class QuoteResponse extends QuoteContentResponse {
  id: string;
  requestId: string;

  /** Of the expert. */
  organizationId: string;

  @ApiProperty({ enum: QUOTE_STATES })
  state: QuoteState;

  /** Of its newest version, from 1. */
  number: number;

  /** Fee and tax. */
  total: MoneyDto;
  parts: CostPartResponse[];

  @ApiProperty({ type: ConvertedResponse, nullable: true })
  converted: ConvertedResponse | null;

  /** Why another one was chosen. */
  @ApiProperty({ enum: PASSED_OVER_REASONS, nullable: true })
  reason: string | null;
  words: string | null;
  wordsLanguage: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class QuoteVersionResponse extends QuoteContentResponse {
  number: number;
  savedAt: string;
}

export class QuoteDetailsResponse {
  quote: QuoteResponse;

  /** Oldest first; to others than its author only the newest. */
  versions: QuoteVersionResponse[];
}

export class QuoteComparisonResponse {
  /** True: nobody but its author knows of a quote, or whether there is one. */
  isSealed: boolean;
  closesAt: string | null;
  openedAt: string | null;
  items: QuoteResponse[];

  /** Rows of the table in which not all say the same. */
  @ApiProperty({ enum: COMPARED_FIELDS, isArray: true })
  differing: ComparedField[];
}

export function toQuoteResponse({ quote, parts, converted }: PricedQuote): QuoteResponse {
  return {
    id: quote.id,
    requestId: quote.requestId,
    organizationId: quote.organizationId,
    state: quote.state,
    number: quote.number,
    ...toContent(quote),
    total: { ...quote.fee, amountMinor: quote.fee.amountMinor + quote.tax.amountMinor },
    parts: [...parts],
    converted,
    reason: quote.reason,
    words: quote.words,
    wordsLanguage: quote.wordsLanguage,
    version: quote.version,
    createdAt: quote.createdAt.toISOString(),
    updatedAt: quote.updatedAt.toISOString(),
  };
}

export function toQuoteDetails(priced: PricedQuote, versions: readonly QuoteVersion[]): QuoteDetailsResponse {
  return {
    quote: toQuoteResponse(priced),
    versions: versions.map((version) => ({
      ...toContent(version),
      number: version.number,
      savedAt: version.savedAt.toISOString(),
    })),
  };
}

export function toComparison({
  request,
  isSealed,
  quotes,
  differing,
}: QuoteComparison): QuoteComparisonResponse {
  return {
    isSealed,
    closesAt: request.quotesCloseAt?.toISOString() ?? null,
    openedAt: request.quotesOpenedAt?.toISOString() ?? null,
    items: quotes.map(toQuoteResponse),
    differing: [...differing],
  };
}

function toContent(content: QuoteContent): QuoteContentResponse {
  const { scope, language, sessions, fee, tax, validUntil, note } = content;
  return {
    ...{ scope, language, sessions, fee, tax, validUntil, note },
    deliverables: [...content.deliverables],
    costShares: [...content.costShares],
  };
}
