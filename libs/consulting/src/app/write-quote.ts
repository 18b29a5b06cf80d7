import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, assertVersion, nextState } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { QuoteRepository } from '../data/quote.repository.js';
import {
  areQuotesClosed,
  checkedShares,
  type ConsultingRequest,
  WHOLE,
} from '../domain/consulting-request.js';
import { QuoteContradictory, QuoteExists, QuoteOpened, QuotingClosed } from '../domain/quote.errors.js';
import { checkedQuote, type Quote, type QuoteContent } from '../domain/quote.js';
import { quoteTransitions } from '../domain/quote-states.js';
import { InvitationAccess } from './invitation-access.js';
import { OpenQuotes } from './open-quotes.js';
import { quoteSource, QuoteRounds } from './quote-rounds.js';
import { todayOf } from './request-clocks.js';

/**
 * An expert hands in a quote, or another version of it. Sealed: the request is locked and not written, so that neither
 * its version nor its dates tell that something came in; only the third one opens all. From then on, and from their
 * close, none is taken or changed, so that nobody underbids what others have read.
 *
 * @throws NotFound, QuotingClosed 409, QuoteExists 409, QuoteOpened 409, QuoteContradictory 422, SharesDoNotAddUp 422,
 * StaleVersion 412
 */
@Injectable()
export class WriteQuote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InvitationAccess,
    private readonly requests: ConsultingRequestRepository,
    private readonly quotes: QuoteRepository,
    private readonly rounds: QuoteRounds,
    private readonly openQuotes: OpenQuotes,
  ) {}

  async submit(actor: Actor, requestId: string, content: QuoteContent): Promise<Quote> {
    const { id: organizationId } = actingOrganization(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const request = await this.lockOpen(tx, requestId);
      const written = await this.check(tx, request, content);
      const live = await this.rounds.live(tx, requestId);
      if (live.some((quote) => quote.organizationId === organizationId)) throw new QuoteExists();
      const id = newId();
      await this.quotes.insert(tx, { id, requestId, organizationId, createdBy: actor.personId }, written);
      const quote = await this.written(tx, request, id, 'submit');
      await this.openQuotes.openIfEnough(tx, request);
      return quote;
    });
  }

  async revise(actor: Actor, quoteId: string, content: QuoteContent, version?: number): Promise<Quote> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { request, quote } = await this.lockOwn(tx, quoteId);
      if (request.quotesOpenedAt) throw new QuoteOpened();
      if (areQuotesClosed(request, await this.requests.now(tx))) throw new QuotingClosed();
      nextState(quoteTransitions, quote.state, 'withdraw');
      assertVersion(quote.version, version);
      await this.quotes.revise(tx, quote, await this.check(tx, request, content));
      return this.written(tx, request, quoteId, 'revise');
    });
  }

  async withdraw(actor: Actor, quoteId: string, version?: number): Promise<Quote> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { request, quote } = await this.lockOwn(tx, quoteId);
      assertVersion(quote.version, version);
      const withdrawn = await this.rounds.withdraw(tx, request, quote);
      await this.openQuotes.giveBackIfNobodyIsLeft(tx, request);
      return withdrawn;
    });
  }

  private async lockOwn(
    tx: Transaction,
    quoteId: string,
  ): Promise<{ request: ConsultingRequest; quote: Quote }> {
    const requestId = await this.quotes.ownRequestOf(tx, quoteId, actingOrganization(tx.actor).id);
    const { request } = await this.access.lockOfRequest(tx, requestId);
    const quote = await this.quotes.lock(tx, quoteId);
    if (!quote) throw new Error('A quote vanished inside its transaction.');
    return { request, quote };
  }

  /** The request of an accepted invitation, while quotes are taken. */
  private async lockOpen(tx: Transaction, requestId: string): Promise<ConsultingRequest> {
    const { request, invitation } = await this.access.lockOfRequest(tx, requestId);
    const isExpert = request.state === 'quoting' && invitation.state === 'accepted';
    if (!isExpert || areQuotesClosed(request, await this.requests.now(tx))) throw new QuotingClosed();
    return request;
  }

  /**
   * Whoever bears the costs stands in the request; a quote may split them otherwise, among the same. Its author bears
   * none: who does by now, for two organizations became one, leaves the others to pay.
   */
  private async check(
    tx: Transaction,
    request: ConsultingRequest,
    content: QuoteContent,
  ): Promise<QuoteContent> {
    const asked =
      request.costBearers.length > 0
        ? request.costBearers
        : [{ organizationId: request.organizationId, shareBasisPoints: WHOLE }];
    const costShares = content.costShares.length > 0 ? content.costShares : asked;
    checkedShares(costShares, '/costShares');
    const bearers = new Set(asked.map(({ organizationId }) => organizationId));
    const stranger = costShares.findIndex(({ organizationId }) => !bearers.has(organizationId));
    if (stranger >= 0) throw new QuoteContradictory(`/costShares/${stranger}/organizationId`, 'no-bearer');
    const { id: authorId } = actingOrganization(tx.actor);
    const own = costShares.findIndex(({ organizationId }) => organizationId === authorId);
    if (own >= 0) throw new QuoteContradictory(`/costShares/${own}/organizationId`, 'author-bears');
    return checkedQuote({ ...content, costShares }, todayOf(await this.requests.now(tx)));
  }

  private async written(
    tx: Transaction,
    request: ConsultingRequest,
    quoteId: string,
    verb: 'submit' | 'revise',
  ): Promise<Quote> {
    const quote = await this.quotes.get(tx, quoteId);
    await this.rounds.watch(tx, quote);
    tx.audit({ action: `quote.${verb}`, entityType: 'quote', entityId: quoteId, toState: quote.state });
    const type = verb === 'submit' ? 'quote.submitted' : 'quote.revised';
    tx.emit(type, quoteSource(request, quote), { requestId: request.id });
    return quote;
  }
}
