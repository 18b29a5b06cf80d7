import { Injectable } from '@nestjs/common';
import type { DomainEventType, EventEnvelope } from '#libs/contracts';
import type { Transaction } from '#libs/platform/database';
import { CallRepository } from '../data/call.repository.js';
import { CallFollowerRepository } from '../data/call-follower.repository.js';
import { sourceOf } from './call-moves.js';

/** What becomes news for those who follow a call. */
export const CALL_NEWS = {
  'call.changed': 'call.change-told',
  'call.opened': 'call.opening-told',
  'call.closing': 'call.closing-told',
  'call.called-off': 'call.call-off-told',
} as const satisfies Partial<Record<DomainEventType, DomainEventType>>;

type NewsEvent = keyof typeof CALL_NEWS;

export function isNews(type: DomainEventType): type is NewsEvent {
  return type in CALL_NEWS;
}

/** Tells every organization that follows a call, or has a part in a proposal for it, what has happened. */
@Injectable()
export class TellFollowers {
  constructor(
    private readonly calls: CallRepository,
    private readonly followers: CallFollowerRepository,
  ) {}

  async execute(tx: Transaction, event: EventEnvelope<NewsEvent>): Promise<void> {
    const call = await this.calls.get(tx, event.aggregateId);
    const source = sourceOf(call);
    for (const toOrganizationId of await this.followers.idsOf(tx, call.id)) {
      if (event.type === 'call.changed') {
        tx.emit(CALL_NEWS[event.type], source, { toOrganizationId, number: call.number });
      } else {
        tx.emit(CALL_NEWS[event.type], source, { toOrganizationId });
      }
    }
  }

  /** For the reminder: the stage may have been put off since it was set. */
  async remind(tx: Transaction, callId: string): Promise<void> {
    const call = await this.calls.lock(tx, callId, null);
    if (!call?.window || !call.isOpen) return;
    tx.emit('call.closing', sourceOf(call), { stage: call.window.key });
  }
}
