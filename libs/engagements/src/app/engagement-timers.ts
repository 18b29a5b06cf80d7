import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { DeliverableRepository } from '../data/deliverable.repository.js';
import { DisputeRepository } from '../data/dispute.repository.js';
import { EngagementRepository } from '../data/engagement.repository.js';
import { SessionRepository } from '../data/session.repository.js';
import { chaseAt, type Deliverable, nextChase } from '../domain/deliverable.js';
import { withoutDisputes } from '../domain/dispute.js';
import { type Engagement, MINUTES_DAYS } from '../domain/engagement.js';
import { isWorking } from '../domain/engagement-states.js';
import { type EngagementSession, REMINDER_MINUTES } from '../domain/session.js';
import {
  CHASE_ANSWER,
  CONFIRM_MINUTES,
  MOVE_DUE_ENGAGEMENT,
  type OfDeliverable,
  REMIND_OF_SESSION,
} from './timed-jobs.js';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/**
 * Keeps the timers of an engagement in step with it. Each is counted from what it waits for, so that setting it again
 * puts nothing off; while a dispute freezes the engagement, only that of the chair runs.
 */
@Injectable()
export class EngagementTimers {
  constructor(
    private readonly engagements: EngagementRepository,
    private readonly sessions: SessionRepository,
    private readonly deliverables: DeliverableRepository,
    private readonly disputes: DisputeRepository,
  ) {}

  /** After every move of the engagement. `decisionDueAt`: of the dispute that froze it. */
  async follow(tx: Transaction, engagement: Engagement, decisionDueAt?: Date): Promise<void> {
    const { id: engagementId, state } = engagement;
    const dueAt = decisionDueAt ?? dueOf(engagement);
    const key = `engagement:${engagementId}`;
    if (dueAt) await Timers.set(tx, MOVE_DUE_ENGAGEMENT, { key, dueAt, payload: { engagementId } });
    else await Timers.drop(tx, key);

    for (const session of await this.sessions.ofEngagement(tx, engagementId)) {
      await this.followSession(tx, session, isWorking(state));
      await this.awaitMinutes(tx, session, state !== 'disputed' && state !== 'cancelled');
    }
    for (const deliverable of await this.deliverables.ofEngagement(tx, engagementId)) {
      await this.awaitAnswer(tx, engagement, deliverable);
    }
  }

  /** Both reminders of a session that stands. One whose time is over is not sent. */
  async followSession(tx: Transaction, session: EngagementSession, isActive: boolean): Promise<void> {
    const { id: sessionId, engagementId, startsAt, state } = session;
    const now = await this.engagements.now(tx);
    for (const minutes of REMINDER_MINUTES) {
      const key = `session-reminder:${sessionId}:${minutes}`;
      const dueAt = startsAt && new Date(startsAt.getTime() - minutes * MINUTE);
      if (!isActive || state !== 'confirmed' || !dueAt || dueAt <= now) await Timers.drop(tx, key);
      else {
        const payload = { engagementId, sessionId, minutes, startsAt: startsAt.toISOString() };
        await Timers.set(tx, REMIND_OF_SESSION, { key, dueAt, payload });
      }
    }
  }

  async awaitMinutes(tx: Transaction, session: EngagementSession, isActive = true): Promise<void> {
    const { id: sessionId, engagementId, state, minutesWrittenAt, minutesConfirmedAt } = session;
    const key = `session-minutes:${sessionId}`;
    if (!isActive || state !== 'held' || !minutesWrittenAt || minutesConfirmedAt) await Timers.drop(tx, key);
    else {
      const since = await this.waitingSince(tx, engagementId, minutesWrittenAt);
      const dueAt = new Date(since.getTime() + MINUTES_DAYS * DAY);
      await Timers.set(tx, CONFIRM_MINUTES, { key, dueAt, payload: { engagementId, sessionId } });
    }
  }

  /** The answer to a deliverable: what is to come of its reminder and the word to the secretariat. */
  async awaitAnswer(
    tx: Transaction,
    { id: engagementId, state }: Pick<Engagement, 'id' | 'state'>,
    { id: deliverableId, state: ownState, submittedAt }: Deliverable,
  ): Promise<void> {
    const isWaiting = isWorking(state) && ownState === 'submitted' && submittedAt !== null;
    const since = isWaiting ? await this.waitingSince(tx, engagementId, submittedAt) : null;
    const step = since ? nextChase(since, await this.engagements.now(tx)) : undefined;
    if (since && step) await this.chase(tx, { engagementId, deliverableId, step }, chaseAt(since, step));
    else await Timers.drop(tx, answerOf(deliverableId));
  }

  async chase(tx: Transaction, payload: OfDeliverable, dueAt: Date): Promise<void> {
    await Timers.set(tx, CHASE_ANSWER, { key: answerOf(payload.deliverableId), dueAt, payload });
  }

  /** From when to count what has waited from a moment on: the time of disputes was nobody's silence. */
  async waitingSince(tx: Transaction, engagementId: string, moment: Date): Promise<Date> {
    return withoutDisputes(moment, await this.disputes.ofEngagement(tx, engagementId));
  }

  async inDays(tx: Transaction, days: number): Promise<Date> {
    return new Date((await this.engagements.now(tx)).getTime() + days * DAY);
  }
}

const answerOf = (deliverableId: string): string => `deliverable-answer:${deliverableId}`;

function dueOf({ state, signatureDueAt, ratingsDueAt }: Engagement): Date | null {
  if (state === 'agreement') return signatureDueAt;
  return state === 'accepted' ? ratingsDueAt : null;
}
