import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { QuoteRepository } from '../data/quote.repository.js';
import { OpenQuotes } from './open-quotes.js';
import { QuoteRounds } from './quote-rounds.js';
import { todayOf } from './request-clocks.js';

/** What time does to quotes. */
@Injectable()
export class WatchQuotes {
  constructor(
    private readonly requests: ConsultingRequestRepository,
    private readonly quotes: QuoteRepository,
    private readonly rounds: QuoteRounds,
    private readonly openQuotes: OpenQuotes,
  ) {}

  /** A quote whose last day is over; where it was the last one the secretariat has the request again. */
  async expire(tx: Transaction, quoteId: string): Promise<void> {
    const found = await this.quotes.find(tx, quoteId);
    const request = found && (await this.requests.lock(tx, found.requestId, null));
    const quote = await this.quotes.lock(tx, quoteId);
    if (!request || quote?.state !== 'submitted') return;
    if (quote.validUntil >= todayOf(await this.requests.now(tx))) return;
    await this.rounds.move(tx, request, quote, 'expire');
    await this.openQuotes.giveBackIfNobodyIsLeft(tx, request);
  }
}
