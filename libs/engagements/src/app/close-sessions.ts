import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { SessionRepository } from '../data/session.repository.js';
import type { Engagement } from '../domain/engagement.js';
import { EngagementTimers } from './engagement-timers.js';
import { tellOfSession } from './tell-parties.js';

const OPEN = ['proposed', 'confirmed', 'moved'];

/** Takes sessions that are still to come out of everybody's calendar when the work has ended. */
@Injectable()
export class CloseSessions {
  constructor(
    private readonly engagements: EngagementRepository,
    private readonly sessions: SessionRepository,
    private readonly timers: EngagementTimers,
  ) {}

  async execute(tx: Transaction, engagement: Engagement): Promise<void> {
    const now = await this.engagements.now(tx);
    for (const session of await this.sessions.ofEngagement(tx, engagement.id)) {
      // What has begun was held or missed, and stays what it is.
      const isToCome = session.startsAt === null || session.startsAt > now;
      if (!OPEN.includes(session.state) || !isToCome) continue;
      const isInCalendars = session.sequence > 0;
      const sequence = isInCalendars ? session.sequence + 1 : 0;
      await this.sessions.move(tx, session, 'cancelled', { sequence });
      await this.timers.followSession(tx, { ...session, state: 'cancelled' }, false);
      if (isInCalendars) tellOfSession(tx, 'engagement-session.cancelled', engagement, session);
    }
  }
}
