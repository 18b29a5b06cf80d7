import { Injectable } from '@nestjs/common';
import { assertVersion, nextState, NotFound } from '#libs/kernel';
import type { EventSource, Transaction } from '#libs/platform/database';
import { CallRepository } from '../data/call.repository.js';
import { CallStoryRepository } from '../data/call-story.repository.js';
import type { Call } from '../domain/call.js';
import { CALL_EVENTS, callTransitions, type CallVerb } from '../domain/call-states.js';
import type { StageKey } from '../domain/call-terms.js';
import { CallTimers } from './call-timers.js';

/** What comes with a step. */
export interface CallStepMarks {
  /** The version the actor has seen, where it was said. */
  readonly version?: number | undefined;
  /** Of the terms, where the step brings the first. */
  readonly number?: number;
  readonly stage?: StageKey | null;
  readonly reason?: string | null;
}

/**
 * The one way a call changes its state: by the table, with its story, audit trail, event and timers. Features above
 * call {@link startReviewing} and {@link decided} inside their own unit of work, once they know that the actor may.
 */
@Injectable()
export class CallMoves {
  constructor(
    private readonly calls: CallRepository,
    private readonly story: CallStoryRepository,
    private readonly timers: CallTimers,
  ) {}

  /**
   * The stage that closed is reviewed from now on.
   *
   * @throws NotFound, WrongState 409
   */
  async startReviewing(tx: Transaction, callId: string): Promise<void> {
    await this.make(tx, await this.lock(tx, callId), 'start-reviewing');
  }

  /**
   * The decisions on its proposals are released.
   *
   * @throws NotFound, WrongState 409
   */
  async decided(tx: Transaction, callId: string): Promise<void> {
    await this.make(tx, await this.lock(tx, callId), 'decide');
  }

  /** @throws WrongState 409, StaleVersion 412 */
  async make(tx: Transaction, call: Call, verb: CallVerb, marks: CallStepMarks = {}): Promise<Call> {
    const { version, number = call.number, stage = null, reason = null } = marks;
    const { id, state: fromState } = call;
    const toState = nextState(callTransitions, fromState, verb);
    assertVersion(call.version, version);
    await this.calls.move(tx, call, toState, number);
    const moved = await this.calls.get(tx, id);
    await this.story.add(tx, id, { verb, fromState, toState, stage, reason });
    await this.timers.follow(tx, moved);
    tx.audit({
      action: `call.${verb}`,
      entityType: 'call',
      entityId: id,
      organizationId: moved.organizationId,
      fromState,
      toState,
    });
    announce(tx, moved, verb, stage);
    return moved;
  }

  private async lock(tx: Transaction, callId: string): Promise<Call> {
    const call = await this.calls.lock(tx, callId, null);
    if (!call) throw new NotFound();
    return call;
  }
}

function announce(tx: Transaction, call: Call, verb: CallVerb, stage: StageKey | null): void {
  if (verb === 'discard') return;
  if (verb === 'open' || verb === 'close-stage') {
    if (stage === null) throw new Error('A stage opens or closes, and nobody says which.');
    tx.emit(CALL_EVENTS[verb], sourceOf(call), { stage });
  } else {
    tx.emit(CALL_EVENTS[verb], sourceOf(call), {});
  }
}

export function sourceOf({ id, version, organizationId }: Call): EventSource {
  return { aggregateType: 'call', aggregateId: id, seq: version, organizationId };
}
