import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { CurrencyRateRepository } from '../data/currency-rate.repository.js';
import { QuoteRepository } from '../data/quote.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import { relationTo } from '../domain/consulting-request.policy.js';
import { convert, type Converted } from '../domain/conversion.js';
import { type CostPart, type Quote, type QuoteVersion, costParts } from '../domain/quote.js';
import { type ComparedField, differingFields } from '../domain/quote-comparison.js';
import { ConsultingRequestAccess } from './consulting-request-access.js';

/** A quote with what it comes to. */
export interface PricedQuote {
  readonly quote: Quote;
  readonly parts: readonly CostPart[];
  /** Fee and tax in the reader's currency; null where no rate is stated, or it is that currency already. */
  readonly converted: Converted | null;
}

/** The quotes of a request, as one reader may see them. */
export interface QuoteComparison {
  readonly request: ConsultingRequest;
  readonly isSealed: boolean;
  readonly quotes: readonly PricedQuote[];
  /** In which of the fields they differ, in order of the table. */
  readonly differing: readonly ComparedField[];
}

/**
 * All reads of quotes. Until they are opened the author alone knows of a quote: for everybody else the list is empty,
 * has no count, and the single quote does not exist.
 */
@Injectable()
export class QuotesReader {
  constructor(
    private readonly database: Database,
    private readonly access: ConsultingRequestAccess,
    private readonly quotes: QuoteRepository,
    private readonly rates: CurrencyRateRepository,
  ) {}

  /** @throws NotFound */
  async compare(actor: Actor, requestId: string, currency: string | null): Promise<QuoteComparison> {
    const { request } = await this.access.load(actor, 'read', requestId);
    const quotes = await this.visible(actor, request);
    return {
      request,
      isSealed: request.quotesOpenedAt === null,
      quotes: await this.priced(quotes, currency),
      differing: differingFields(quotes),
    };
  }

  /** One quote with its versions, oldest first. @throws NotFound */
  async one(actor: Actor, id: string): Promise<{ priced: PricedQuote; versions: QuoteVersion[] }> {
    const quote = await this.quotes.findVisible(this.database, id, actingOrganization(actor).id);
    if (!quote) throw new NotFound();
    const { request } = await this.access.load(actor, 'read', quote.requestId);
    const seen = await this.visible(actor, request);
    if (!seen.some((each) => each.id === id)) throw new NotFound();
    const [priced] = await this.priced([quote], null);
    if (!priced) throw new NotFound();
    const versions = await this.quotes.versions(this.database, id);
    return { priced, versions: isOwn(actor, quote) ? versions : versions.slice(-1) };
  }

  private async visible(actor: Actor, request: ConsultingRequest): Promise<Quote[]> {
    const relation = relationTo(actor, request);
    const readsAll = relation === 'own' || relation === 'secretariat';
    if (readsAll && request.quotesOpenedAt === null) return [];
    // What others may not see is not even read: no answer takes longer because of it.
    const author = readsAll ? null : actingOrganization(actor).id;
    const all = await this.quotes.ofRequest(this.database, request.id, author);
    if (!readsAll) return all;
    // What was taken back before anybody could read it stays unknown.
    const opened = request.quotesOpenedAt ?? new Date(0);
    return all.filter(({ state, updatedAt }) => state !== 'withdrawn' || updatedAt > opened);
  }

  private async priced(quotes: readonly Quote[], currency: string | null): Promise<PricedQuote[]> {
    const stated = currency === null ? [] : await this.rates.newest(this.database);
    const rates = new Map(stated.map((rate) => [rate.currency, rate]));
    return quotes.map((quote) => {
      const total = { ...quote.fee, amountMinor: quote.fee.amountMinor + quote.tax.amountMinor };
      const isOther = currency !== null && currency !== total.currency;
      return {
        quote,
        parts: costParts(quote),
        converted: isOther ? convert(total, currency, rates) : null,
      };
    });
  }
}

function isOwn(actor: Actor, quote: Quote): boolean {
  return quote.organizationId === actingOrganization(actor).id;
}
