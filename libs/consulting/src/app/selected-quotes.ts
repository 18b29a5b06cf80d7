import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { QuoteRepository } from '../data/quote.repository.js';
import type { CostBearer } from '../domain/consulting-request.js';
import type { QuoteDeliverable } from '../domain/quote.js';

interface Party {
  readonly organizationId: string;
  readonly personId: string;
}

/** The chosen quote of a request with all an agreement needs of both. */
export interface SelectedQuote {
  readonly requestId: string;
  readonly quoteId: string;
  /** Of the request; in `requestLanguage`. */
  readonly title: string;
  readonly goal: string | null;
  readonly requestLanguage: string;
  /** BCP 47 of the quote's words: scope, deliverables, note. */
  readonly language: string;
  readonly areas: readonly string[];
  readonly confidential: boolean;
  readonly requester: Party;
  readonly consultant: Party;
  /** At least one; together 10,000. */
  readonly costBearers: readonly CostBearer[];
  readonly scope: string;
  readonly sessions: number;
  readonly deliverables: readonly QuoteDeliverable[];
  readonly note: string | null;
  readonly feeMinor: number;
  readonly taxMinor: number;
  readonly currency: string;
  readonly validUntil: string;
  /** Number of the version that was chosen. */
  readonly version: number;
}

/** For the engagement. Asks no permission. */
@Injectable()
export class SelectedQuotes {
  constructor(
    private readonly requests: ConsultingRequestRepository,
    private readonly quotes: QuoteRepository,
  ) {}

  /** Null where nothing was chosen. */
  async of(reads: Reads, requestId: string): Promise<SelectedQuote | null> {
    const request = await this.requests.find(reads, requestId);
    if (!request?.selectedQuoteId) return null;
    const quote = await this.quotes.find(reads, request.selectedQuoteId);
    if (!quote) throw new Error('A request names a chosen quote that does not exist.');
    return {
      requestId,
      quoteId: quote.id,
      title: request.title,
      goal: request.goal,
      requestLanguage: request.language,
      language: quote.language,
      areas: request.areas,
      confidential: request.confidential,
      requester: { organizationId: request.organizationId, personId: request.createdBy },
      consultant: { organizationId: quote.organizationId, personId: quote.createdBy },
      costBearers: quote.costShares,
      scope: quote.scope,
      sessions: quote.sessions,
      deliverables: quote.deliverables,
      note: quote.note,
      feeMinor: quote.fee.amountMinor,
      taxMinor: quote.tax.amountMinor,
      currency: quote.fee.currency,
      validUntil: quote.validUntil,
      version: quote.number,
    };
  }
}
