import { Injectable } from '@nestjs/common';
import { addDays, startOfDay } from '#libs/calendars';
import { nextState } from '#libs/kernel';
import type { EventSource, Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import type { StepWords } from '../domain/consulting-step.js';
import { QuoteRepository } from '../data/quote.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import type { PassedOverReason, Quote } from '../domain/quote.js';
import { type QuoteState, quoteTransitions, type QuoteVerb } from '../domain/quote-states.js';

/** Ends a quote that is valid no more. */
export const EXPIRE_QUOTE = defineJob<{ quoteId: string }>({ name: 'expire-quote', queue: 'default' });

/** What happens to quotes, inside the unit of work of a verb. */
@Injectable()
export class QuoteRounds {
  constructor(private readonly quotes: QuoteRepository) {}

  /** @throws WrongState 409, StaleVersion 412 */
  async move(
    tx: Transaction,
    request: ConsultingRequest,
    quote: Quote,
    verb: QuoteVerb,
    why: { reason?: PassedOverReason | null; said?: StepWords | null } = {},
  ): Promise<Quote> {
    const to = nextState(quoteTransitions, quote.state, verb);
    await this.quotes.move(tx, quote, to, why.reason ?? null, why.said ?? null);
    const moved = await this.quotes.get(tx, quote.id);
    await Timers.drop(tx, expiryOf(quote.id));
    tx.audit({
      action: `quote.${verb}`,
      entityType: 'quote',
      entityId: quote.id,
      organizationId: quote.organizationId,
      fromState: quote.state,
      toState: to,
    });
    const payload = { requestId: request.id, toOrganizationId: quote.organizationId };
    if (verb === 'withdraw')
      tx.emit('quote.withdrawn', quoteSource(request, moved), { requestId: request.id });
    else tx.emit(EVENTS[verb], quoteSource(request, moved), payload);
    return moved;
  }

  /** Its author takes it back; whoever could read it is told, and nobody else. */
  async withdraw(tx: Transaction, request: ConsultingRequest, quote: Quote): Promise<Quote> {
    const withdrawn = await this.move(tx, request, quote, 'withdraw');
    if (request.quotesOpenedAt) {
      const payload = { requestId: request.id, toOrganizationId: request.organizationId };
      tx.emit('quote.taken-back', quoteSource(request, withdrawn), payload);
    }
    return withdrawn;
  }

  /** Those that can still be chosen, oldest first. */
  async live(tx: Transaction, requestId: string): Promise<Quote[]> {
    return (await this.quotes.ofRequest(tx, requestId)).filter(({ state }) => state === 'submitted');
  }

  /** The request has ended without a choice. */
  async releaseAll(tx: Transaction, request: ConsultingRequest): Promise<void> {
    for (const quote of await this.live(tx, request.id)) await this.move(tx, request, quote, 'release');
  }

  /** Who knows by a quote of theirs how the request has ended. */
  async toldBy(tx: Transaction, requestId: string): Promise<string[]> {
    const all = await this.quotes.ofRequest(tx, requestId);
    return all.flatMap(({ state, organizationId }) => (TELLING.includes(state) ? [organizationId] : []));
  }

  /** A quote can be chosen to the end of its last day, wherever on earth that is. */
  async watch(tx: Transaction, quote: Quote): Promise<void> {
    const dueAt = startOfDay(LAST_ZONE, addDays(quote.validUntil, 1));
    await Timers.set(tx, EXPIRE_QUOTE, { key: expiryOf(quote.id), dueAt, payload: { quoteId: quote.id } });
  }
}

/** Where a day ends last. */
const LAST_ZONE = 'Etc/GMT+12';

const TELLING: readonly QuoteState[] = ['selected', 'not_selected', 'released'];

const EVENTS = {
  select: 'quote.selected',
  'pass-over': 'quote.not-selected',
  expire: 'quote.expired',
  release: 'quote.released',
} as const;

/** The quote as the aggregate of an event; its organization is the one that asked for it. */
export function quoteSource(request: ConsultingRequest, { id, version }: Quote): EventSource {
  return { aggregateType: 'quote', aggregateId: id, seq: version, organizationId: request.organizationId };
}

const expiryOf = (id: string): string => `quote-expiry:${id}`;
