import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { DeliverableRepository } from '../data/deliverable.repository.js';
import { EngagementRepository } from '../data/engagement.repository.js';
import { SessionRepository } from '../data/session.repository.js';
import { chaseAt } from '../domain/deliverable.js';
import { isWorking } from '../domain/engagement-states.js';
import { ConfirmMinutes } from './confirm-minutes.js';
import { EngagementTimers } from './engagement-timers.js';
import { tellOf, tellOfSession, tellSecretariat } from './tell-parties.js';
import type { OfDeliverable, OfReminder, OfSession } from './timed-jobs.js';

/** What time does to sessions and deliverables. Reads the rows again: much may be settled, moved or frozen. */
@Injectable()
export class WorkClock {
  constructor(
    private readonly engagements: EngagementRepository,
    private readonly sessions: SessionRepository,
    private readonly deliverables: DeliverableRepository,
    private readonly minutes: ConfirmMinutes,
    private readonly timers: EngagementTimers,
  ) {}

  /** Only of the beginning that stands, and while it is to come. */
  async remind(tx: Transaction, { engagementId, sessionId, startsAt }: OfReminder): Promise<void> {
    const engagement = await this.engagements.lock(tx, engagementId);
    const session = await this.sessions.find(tx, engagementId, sessionId);
    if (!engagement || !session?.startsAt || !isWorking(engagement.state)) return;
    if (session.state !== 'confirmed' || session.startsAt.toISOString() !== startsAt) return;
    if (session.startsAt <= (await this.engagements.now(tx))) return;
    tellOfSession(tx, 'engagement-session.reminded', engagement, session);
  }

  async confirmMinutes(tx: Transaction, ids: OfSession): Promise<void> {
    const engagement = await this.engagements.lock(tx, ids.engagementId);
    if (!engagement || engagement.state === 'disputed' || engagement.state === 'cancelled') return;
    await this.minutes.execute(tx, ids, null);
  }

  /** Ten days without an answer: a reminder. Five more: the secretariat. */
  async chase(tx: Transaction, { engagementId, deliverableId, step }: OfDeliverable): Promise<void> {
    const engagement = await this.engagements.lock(tx, engagementId);
    if (!engagement || !isWorking(engagement.state)) return;
    const all = await this.deliverables.ofEngagement(tx, engagementId);
    const waiting = all.find(({ id, state }) => id === deliverableId && state === 'submitted');
    if (!waiting?.submittedAt) return;
    const since = await this.timers.waitingSince(tx, engagementId, waiting.submittedAt);
    // Handed over anew since this was set: that has a timer of its own.
    if (chaseAt(since, step) > (await this.engagements.now(tx))) return;
    if (step === 'escalate') {
      tellSecretariat(tx, 'deliverable.unanswered', engagement);
      return;
    }
    tellOf(tx, 'deliverable.reminded', engagement, engagement.requester.organizationId, deliverableId);
    const next = { engagementId, deliverableId, step: 'escalate' } as const;
    await this.timers.chase(tx, next, chaseAt(since, 'escalate'));
  }
}
