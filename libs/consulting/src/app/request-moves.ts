import { Injectable } from '@nestjs/common';
import { assertVersion, nextState } from '#libs/kernel';
import type { EventSource, Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository, type RequestMarks } from '../data/consulting-request.repository.js';
import { ConsultingStoryRepository } from '../data/consulting-story.repository.js';
import type { StepWords } from '../domain/consulting-step.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import {
  consultingRequestTransitions,
  type ConsultingRequestState,
  type ConsultingRequestVerb,
  OPEN_STATES,
  REQUEST_EVENTS,
} from '../domain/request-states.js';
import { ExpertRounds } from './expert-rounds.js';
import { QuoteRounds } from './quote-rounds.js';
import { RequestClocks } from './request-clocks.js';

/** What comes with a step. */
export interface RequestStepMarks extends RequestMarks {
  /** The version the actor has seen, where it was said. */
  readonly version?: number | undefined;
  /** A reason by its code. */
  readonly code?: string | null;
  readonly said?: StepWords | null;
}

/** The one way a request changes its state: by the table, with its story, clock, audit trail and event. */
@Injectable()
export class RequestMoves {
  constructor(
    private readonly requests: ConsultingRequestRepository,
    private readonly story: ConsultingStoryRepository,
    private readonly clocks: RequestClocks,
    private readonly experts: ExpertRounds,
    private readonly quotes: QuoteRounds,
  ) {}

  /** @throws WrongState 409, StaleVersion 412 */
  async make(
    tx: Transaction,
    request: ConsultingRequest,
    verb: ConsultingRequestVerb,
    stepMarks: RequestStepMarks = {},
  ): Promise<ConsultingRequest> {
    const { version, code = null, said = null, ...marks } = stepMarks;
    const { id, state: fromState, organizationId } = request;
    const toState = nextState(consultingRequestTransitions, fromState, verb);
    assertVersion(request.version, version);
    const clock = await this.clocks.next(tx, { ...request, ...marks }, toState);
    await this.requests.move(tx, request, toState, { ...marks, ...clock });
    const moved = await this.requests.get(tx, id);
    await this.story.add(tx, id, { verb, fromState, toState, code, said });
    await this.clocks.follow(tx, moved);
    if (verb === 'return' || isSettled(fromState, toState)) await this.release(tx, moved);
    const trail = { entityType: 'consulting_request', entityId: id, organizationId };
    tx.audit({ action: `consulting-request.${verb}`, ...trail, fromState, toState });
    announce(tx, moved, verb, fromState);
    return moved;
  }

  /** Whoever was asked need not answer any more; who has quoted is told by what becomes of the quote. */
  private async release(tx: Transaction, request: ConsultingRequest): Promise<void> {
    await this.quotes.releaseAll(tx, request);
    const told = request.state === 'triage' ? [] : await this.quotes.toldBy(tx, request.id);
    await this.experts.releaseAll(tx, request, told);
  }

  /** Changes clocks and marks, and leaves the state as it is. */
  async mark(tx: Transaction, request: ConsultingRequest, marks: RequestMarks): Promise<ConsultingRequest> {
    await this.requests.move(tx, request, request.state, marks);
    const marked = await this.requests.get(tx, request.id);
    await this.clocks.follow(tx, marked);
    return marked;
  }
}

function announce(
  tx: Transaction,
  request: ConsultingRequest,
  verb: ConsultingRequestVerb,
  fromState: ConsultingRequestState,
): void {
  // A choice is announced by the quote, and a draft that is discarded was nobody else's business.
  if (verb !== 'select' && verb !== 'discard') tx.emit(REQUEST_EVENTS[verb], sourceOf(request), {});
  if (isSettled(fromState, request.state)) tx.emit('consulting-request.settled', sourceOf(request), {});
}

function isSettled(from: ConsultingRequestState, to: ConsultingRequestState): boolean {
  return OPEN_STATES.includes(from) && !OPEN_STATES.includes(to);
}

/** The request as the aggregate of an event; its organization is the one that asks, whoever acts. */
export function sourceOf({ id, version, organizationId }: ConsultingRequest): EventSource {
  return { aggregateType: 'consulting_request', aggregateId: id, seq: version, organizationId };
}
