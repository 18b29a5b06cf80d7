import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { CallRepository } from '../data/call.repository.js';
import { CallStageRepository } from '../data/call-stage.repository.js';
import { CallStoryRepository } from '../data/call-story.repository.js';
import type { Call } from '../domain/call.js';
import { ARCHIVE_DAYS } from '../domain/call-states.js';
import { CallMoves } from './call-moves.js';
import { CallTimers } from './call-timers.js';

const DAY = 86_400_000;

/** What time does to calls. It reads the row again, and catches up with what a stopped worker has missed. */
@Injectable()
export class CallStages {
  constructor(
    private readonly calls: CallRepository,
    private readonly stages: CallStageRepository,
    private readonly story: CallStoryRepository,
    private readonly moves: CallMoves,
    private readonly timers: CallTimers,
  ) {}

  /** For the timer: the call may be gone, moved or put off since it was set. */
  async moveDue(tx: Transaction, callId: string): Promise<void> {
    const call = await this.calls.lock(tx, callId, null);
    if (call) await this.catchUp(tx, call);
  }

  /** New times hold from now on: the timers follow them, and what they say has come is done. */
  async resume(tx: Transaction, call: Call): Promise<Call> {
    await this.timers.follow(tx, call);
    return this.catchUp(tx, call);
  }

  /** Brings a locked call to where the clock says it is. */
  async catchUp(tx: Transaction, call: Call): Promise<Call> {
    const now = await this.calls.now(tx);
    if (call.state === 'decided') return this.archive(tx, call, now);
    if (!['published', 'open', 'closed', 'reviewing'].includes(call.state)) return call;
    const opened = new Set(await this.story.openedStages(tx, call.id));
    let current = call;
    for (const { key: stage, opensAt, closesAt } of await this.stages.windows(tx, call.id)) {
      if (opensAt > now) break;
      if (!opened.has(stage)) current = await this.moves.make(tx, current, 'open', { stage });
      const isLast = current.state === 'open' && closesAt <= now;
      if (isLast) current = await this.moves.make(tx, current, 'close-stage', { stage });
    }
    return current;
  }

  private async archive(tx: Transaction, call: Call, now: Date): Promise<Call> {
    const isOld = call.stateSince.getTime() + ARCHIVE_DAYS * DAY <= now.getTime();
    return isOld ? this.moves.make(tx, call, 'archive') : call;
  }
}
