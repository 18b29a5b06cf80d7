import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, assertVersion, NotFound, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { StepWords } from '../domain/consulting-step.js';
import { QuoteRepository } from '../data/quote.repository.js';
import type { PassedOverReason, Quote } from '../domain/quote.js';
import { quoteTransitions } from '../domain/quote-states.js';
import { consultingRequestTransitions } from '../domain/request-states.js';
import { ConsultingRequestAccess } from './consulting-request-access.js';
import { QuoteRounds } from './quote-rounds.js';
import { RequestMoves } from './request-moves.js';

/** What the others are told. */
export interface PassedOver {
  readonly reason: PassedOverReason;
  readonly said: StepWords | null;
}

/**
 * Chooses one of the quotes that are open; the others are told why, in the same transaction.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class SelectQuote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ConsultingRequestAccess,
    private readonly quotes: QuoteRepository,
    private readonly rounds: QuoteRounds,
    private readonly moves: RequestMoves,
  ) {}

  async execute(actor: Actor, quoteId: string, others: PassedOver, version?: number): Promise<Quote> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.quotes.findVisible(tx, quoteId, actingOrganization(actor).id);
      if (!found) throw new NotFound();
      const request = await this.access.lock(tx, 'select', found.requestId);
      // Before they are opened a quote is not there for whoever asks, nor is its state.
      if (!request.quotesOpenedAt) throw new NotFound();
      nextState(consultingRequestTransitions, request.state, 'select');
      const quote = (await this.quotes.lock(tx, quoteId)) ?? found;
      nextState(quoteTransitions, quote.state, 'select');
      assertVersion(quote.version, version);
      const chosen = await this.rounds.move(tx, request, quote, 'select');
      for (const other of await this.rounds.live(tx, request.id)) {
        await this.rounds.move(tx, request, other, 'pass-over', others);
      }
      await this.moves.make(tx, request, 'select', { selectedQuoteId: quoteId });
      return chosen;
    });
  }
}
