import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { SessionRepository } from '../data/session.repository.js';
import { EngagementMoves } from './engagement-moves.js';
import { EngagementTimers } from './engagement-timers.js';
import { announceMinutes } from './tell-parties.js';
import type { OfSession } from './timed-jobs.js';

/** Minutes stand from now on: because the requester says so, or by five days of silence. */
@Injectable()
export class ConfirmMinutes {
  constructor(
    private readonly engagements: EngagementRepository,
    private readonly sessions: SessionRepository,
    private readonly moves: EngagementMoves,
    private readonly timers: EngagementTimers,
  ) {}

  /** False when no minutes wait. The engagement is locked. */
  async execute(tx: Transaction, ids: OfSession, personId: string | null): Promise<boolean> {
    if (!(await this.sessions.confirmMinutes(tx, ids.sessionId, personId))) return false;
    const engagement = await this.engagements.lock(tx, ids.engagementId);
    if (!engagement) throw new Error('An engagement vanished inside its transaction.');
    const touched = await this.moves.touch(tx, engagement, 'session-confirm-minutes');
    announceMinutes(tx, touched, ids.sessionId);
    await this.timers.awaitMinutes(tx, await this.sessions.get(tx, ids.sessionId));
    return true;
  }
}
