import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { CallRepository } from '../data/call.repository.js';
import { CallStageRepository } from '../data/call-stage.repository.js';
import type { Call } from '../domain/call.js';
import { ARCHIVE_DAYS, REMINDER_DAYS } from '../domain/call-states.js';

const DAY = 86_400_000;

/** Does what time asks of a call: opens and closes its stages, archives it. */
export const MOVE_DUE_CALL = defineJob<{ callId: string }>({ name: 'move-due-call', queue: 'default' });

/** Tells those who follow a call that a stage closes soon. */
export const REMIND_OF_CLOSING = defineJob<{ callId: string }>({
  name: 'remind-of-call-closing',
  queue: 'default',
});

/** Keeps the timers of a call in step with it. Set again with every change, they never ring for what was. */
@Injectable()
export class CallTimers {
  constructor(
    private readonly calls: CallRepository,
    private readonly stages: CallStageRepository,
  ) {}

  async follow(tx: Transaction, call: Call): Promise<void> {
    const payload = { callId: call.id };
    await Timers.drop(tx, moveOf(call.id));
    await Timers.drop(tx, reminderOf(call.id));
    const dueAt = await this.nextMove(tx, call);
    if (dueAt) await Timers.set(tx, MOVE_DUE_CALL, { key: moveOf(call.id), dueAt, payload });

    const now = await this.calls.now(tx);
    const remindAt = call.window && new Date(call.window.closesAt.getTime() - REMINDER_DAYS * DAY);
    // A stage that is open for less than three days was announced with its end.
    if (remindAt && remindAt > now) {
      await Timers.set(tx, REMIND_OF_CLOSING, { key: reminderOf(call.id), dueAt: remindAt, payload });
    }
  }

  private async nextMove(tx: Transaction, call: Call): Promise<Date | null> {
    switch (call.state) {
      case 'draft':
      case 'archived':
        return null;
      case 'decided':
        return new Date(call.stateSince.getTime() + ARCHIVE_DAYS * DAY);
      case 'open':
        return call.window?.closesAt ?? this.calls.now(tx);
      case 'published':
      case 'closed':
      case 'reviewing':
        return call.window?.opensAt ?? null;
    }
  }
}

const moveOf = (id: string): string => `call-move:${id}`;
const reminderOf = (id: string): string => `call-reminder:${id}`;
