import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { SessionRepository } from '../data/session.repository.js';
import { BadSlots, SessionsOverlap, WrongSide } from '../domain/engagement.errors.js';
import { endOf, overlaps } from '../domain/session.js';
import { actingSide, EngagementAccess } from './engagement-access.js';
import { SessionMoves } from './session-moves.js';
import { tellOfSession } from './tell-parties.js';

/**
 * The side that was asked chooses one of the proposed times. Nobody is in two sessions at once, in whatever engagement.
 *
 * @throws NotFound, WrongSide 403, NotWorking 409, WrongState 409, SessionsOverlap 409, BadSlots 422, StaleVersion 412
 */
@Injectable()
export class ConfirmSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EngagementAccess,
    private readonly engagements: EngagementRepository,
    private readonly sessions: SessionRepository,
    private readonly moves: SessionMoves,
  ) {}

  async execute(
    actor: Actor,
    ids: { engagementId: string; sessionId: string },
    startsAt: Date,
    version?: number,
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const opened = await this.access.lock(tx, ids.engagementId, version);
      const session = await this.moves.find(tx, ids.engagementId, ids.sessionId);
      const { engagement } = opened;
      const side = actingSide(opened, null);
      const isOpen = session.state === 'proposed' || session.state === 'moved';
      if (isOpen && session.proposedBySide === side) throw new WrongSide();
      if (isOpen) {
        if (!session.slots.some((slot) => slot.getTime() === startsAt.getTime()))
          throw new BadSlots([{ pointer: '/startsAt', code: 'engagement-session/not-proposed' }]);
        if (startsAt <= (await this.engagements.now(tx)))
          throw new BadSlots([{ pointer: '/startsAt', code: 'engagement-session/past' }]);
      }
      const span = { from: startsAt, to: endOf(startsAt, session.lengthMinutes) };
      const persons = [engagement.requester.personId, engagement.consultant.personId];
      const near = await this.sessions.confirmedNear(tx, persons, span);
      const clashes = near.filter(
        (other) =>
          other.id !== session.id &&
          overlaps(span, { from: other.startsAt, to: endOf(other.startsAt, other.lengthMinutes) }),
      );
      if (isOpen && clashes.length > 0) throw new SessionsOverlap();
      const marks = { startsAt, sequence: session.sequence + 1 };
      const confirmed = await this.moves.make(tx, engagement, session, 'confirm', marks);
      tellOfSession(tx, 'engagement-session.confirmed', confirmed.engagement, session);
    });
  }
}
