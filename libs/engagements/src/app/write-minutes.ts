import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { MinutesNotWaiting, NotWorking, SessionToCome } from '../domain/engagement.errors.js';
import { ConfirmMinutes } from './confirm-minutes.js';
import { actingSide, EngagementAccess } from './engagement-access.js';
import { SessionMoves } from './session-moves.js';
import { tellOfSession } from './tell-parties.js';
import type { OfSession } from './timed-jobs.js';

export interface Minutes {
  readonly minutes: string;
  readonly language: string;
  /** How long it took. */
  readonly heldMinutes: number;
}

/** Minutes of a session that was held: the consultant writes them, the requester confirms them. */
@Injectable()
export class WriteMinutes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EngagementAccess,
    private readonly engagements: EngagementRepository,
    private readonly sessionMoves: SessionMoves,
    private readonly confirming: ConfirmMinutes,
  ) {}

  /** @throws NotFound, WrongSide 403, NotWorking 409, WrongState 409, SessionToCome 409, StaleVersion 412 */
  async write(actor: Actor, ids: OfSession, said: Minutes, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const opened = await this.access.lock(tx, ids.engagementId, version);
      const session = await this.sessionMoves.find(tx, ids.engagementId, ids.sessionId);
      const { engagement } = opened;
      actingSide(opened, 'consultant');
      const now = await this.engagements.now(tx);
      if (session.startsAt !== null && session.startsAt > now) throw new SessionToCome();
      const written = await this.sessionMoves.make(tx, engagement, session, 'write-minutes', {
        minutes: said.minutes,
        minutesLanguage: said.language,
        heldMinutes: said.heldMinutes,
      });
      const event = 'engagement-session.minutes-written';
      tellOfSession(tx, event, written.engagement, session, ['requester']);
    });
  }

  /** @throws NotFound, WrongSide 403, NotWorking 409, MinutesNotWaiting 409, StaleVersion 412 */
  async confirm(actor: Actor, ids: OfSession, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const opened = await this.access.lock(tx, ids.engagementId, version);
      await this.sessionMoves.find(tx, ids.engagementId, ids.sessionId);
      actingSide(opened, 'requester');
      const { state } = opened.engagement;
      if (state === 'disputed') throw new NotWorking(state);
      const isConfirmed = await this.confirming.execute(tx, ids, actor.personId);
      if (!isConfirmed) throw new MinutesNotWaiting();
    });
  }
}
