import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { otherSide } from '../domain/engagement.js';
import { SessionBegun, SessionToCome } from '../domain/engagement.errors.js';
import type { Absent } from '../domain/session.js';
import { actingSide, EngagementAccess } from './engagement-access.js';
import { SessionMoves } from './session-moves.js';
import { tellOfSession } from './tell-parties.js';

interface OfSession {
  readonly engagementId: string;
  readonly sessionId: string;
}

/**
 * A session that will not be: called off before it begins, or found to have been missed.
 *
 * @throws NotFound, WrongSide 403, NotWorking 409, WrongState 409, SessionBegun 409, SessionToCome 409,
 *   StaleVersion 412
 */
@Injectable()
export class EndSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EngagementAccess,
    private readonly engagements: EngagementRepository,
    private readonly moves: SessionMoves,
  ) {}

  async cancel(actor: Actor, ids: OfSession, reason: string | null, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const opened = await this.access.lock(tx, ids.engagementId, version);
      const session = await this.moves.find(tx, ids.engagementId, ids.sessionId);
      const { engagement } = opened;
      const side = actingSide(opened, null);
      const { startsAt, state } = session;
      const now = await this.engagements.now(tx);
      if (state === 'confirmed' && startsAt !== null && startsAt <= now) throw new SessionBegun();
      const ended = await this.moves.make(tx, engagement, session, 'cancel', {
        endReason: reason,
        // What was never in a calendar needs no cancellation there.
        ...(session.sequence > 0 && { sequence: session.sequence + 1 }),
      });
      const sides = session.sequence > 0 ? undefined : [otherSide(side)];
      tellOfSession(tx, 'engagement-session.cancelled', ended.engagement, session, sides);
    });
  }

  async miss(actor: Actor, ids: OfSession, absent: Absent, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const opened = await this.access.lock(tx, ids.engagementId, version);
      const session = await this.moves.find(tx, ids.engagementId, ids.sessionId);
      const { engagement } = opened;
      const side = actingSide(opened, null);
      const now = await this.engagements.now(tx);
      if (session.startsAt !== null && session.startsAt > now) throw new SessionToCome();
      const ended = await this.moves.make(tx, engagement, session, 'miss', { absent });
      tellOfSession(tx, 'engagement-session.missed', ended.engagement, session, [otherSide(side)]);
    });
  }
}
