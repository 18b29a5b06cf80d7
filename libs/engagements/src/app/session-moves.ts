import { Injectable } from '@nestjs/common';
import { NotFound, nextState } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { type SessionMarks, SessionRepository } from '../data/session.repository.js';
import type { Engagement } from '../domain/engagement.js';
import { NotWorking } from '../domain/engagement.errors.js';
import { isWorking } from '../domain/engagement-states.js';
import { type EngagementSession, sessionTransitions, type SessionVerb } from '../domain/session.js';
import { EngagementMoves } from './engagement-moves.js';
import { EngagementTimers } from './engagement-timers.js';

/** The one way a session changes: by its table, with the trail of its engagement and its own timers. */
@Injectable()
export class SessionMoves {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly moves: EngagementMoves,
    private readonly timers: EngagementTimers,
  ) {}

  /** @throws NotFound */
  async find(tx: Transaction, engagementId: string, id: string): Promise<EngagementSession> {
    const session = await this.sessions.find(tx, engagementId, id);
    if (!session) throw new NotFound();
    return session;
  }

  /**
   * `marks` without a `sequence` leave the calendar entry as it is.
   *
   * @throws NotWorking 409, WrongState 409
   */
  async make(
    tx: Transaction,
    engagement: Engagement,
    session: EngagementSession,
    verb: SessionVerb,
    marks: SessionMarks = {},
  ): Promise<{ engagement: Engagement; session: EngagementSession }> {
    if (!isWorking(engagement.state)) throw new NotWorking(engagement.state);
    const to = nextState(sessionTransitions, session.state, verb);
    await this.sessions.move(tx, session, to, marks);
    const moved = await this.sessions.get(tx, session.id);
    await this.timers.followSession(tx, moved, true);
    await this.timers.awaitMinutes(tx, moved);
    return { engagement: await this.moves.touch(tx, engagement, `session-${verb}`), session: moved };
  }
}
