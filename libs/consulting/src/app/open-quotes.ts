import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { areQuotesClosed, type ConsultingRequest } from '../domain/consulting-request.js';
import { QUOTES_THAT_OPEN } from '../domain/request-states.js';
import { ExpertRounds } from './expert-rounds.js';
import { QuoteRounds } from './quote-rounds.js';
import { RequestClocks } from './request-clocks.js';
import { RequestMoves, sourceOf } from './request-moves.js';

/** Ends the time in which quotes are sealed, and gives requests back for which none has come. */
@Injectable()
export class OpenQuotes {
  constructor(
    private readonly requests: ConsultingRequestRepository,
    private readonly moves: RequestMoves,
    private readonly clocks: RequestClocks,
    private readonly experts: ExpertRounds,
    private readonly quotes: QuoteRounds,
  ) {}

  /** The close has come: whoever asks may read what came in; where nothing did the secretariat has the request again. */
  async open(tx: Transaction, request: ConsultingRequest): Promise<void> {
    const live = await this.quotes.live(tx, request.id);
    if (live.length === 0) await this.giveBack(tx, request);
    else await this.unseal(tx, request);
  }

  /** Three are in. */
  async openIfEnough(tx: Transaction, request: ConsultingRequest): Promise<void> {
    if (request.quotesOpenedAt) return;
    const live = await this.quotes.live(tx, request.id);
    if (live.length >= QUOTES_THAT_OPEN) await this.unseal(tx, request);
  }

  /** After an expert has gone, or a quote: whether anybody is left to wait for. */
  async giveBackIfNobodyIsLeft(tx: Transaction, request: ConsultingRequest): Promise<void> {
    if (request.state !== 'matching' && request.state !== 'quoting') return;
    const now = await this.requests.now(tx);
    if (!areQuotesClosed(request, now) && (await this.experts.isAnybodyLeft(tx, request))) return;
    if ((await this.quotes.live(tx, request.id)).length === 0) await this.giveBack(tx, request);
  }

  /** Of all who were asked nobody is left. */
  async giveBack(tx: Transaction, request: ConsultingRequest): Promise<void> {
    const returned = await this.moves.make(tx, request, 'return', {
      quotesCloseAt: null,
      quotesOpenedAt: null,
      triagePersonId: null,
    });
    tx.emit('consulting-request.nobody-left', sourceOf(returned), {});
  }

  private async unseal(tx: Transaction, request: ConsultingRequest): Promise<void> {
    const quotesOpenedAt = await this.requests.now(tx);
    const dueAt = this.clocks.choiceAt(quotesOpenedAt);
    const opened = await this.moves.mark(tx, request, { quotesOpenedAt, dueAt });
    tx.audit({
      action: 'consulting-request.open-quotes',
      entityType: 'consulting_request',
      entityId: request.id,
      organizationId: request.organizationId,
    });
    tx.emit('consulting-request.quotes-opened', sourceOf(opened), {});
  }
}
