import { Injectable } from '@nestjs/common';
import type { Actor, FieldError } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { SessionRepository } from '../data/session.repository.js';
import { otherSide } from '../domain/engagement.js';
import { BadSlots, NotWorking } from '../domain/engagement.errors.js';
import { isWorking } from '../domain/engagement-states.js';
import { actingSide, EngagementAccess } from './engagement-access.js';
import { EngagementMoves } from './engagement-moves.js';
import { SessionMoves } from './session-moves.js';
import { tellOfSession } from './tell-parties.js';

const MAX_AHEAD_DAYS = 366;

export interface SessionInput {
  readonly agenda: string;
  readonly language: string;
  readonly lengthMinutes: number;
  readonly place: string | null;
  /** Up to three beginnings, to come. */
  readonly slots: readonly Date[];
}

/**
 * Either side proposes times for a session, or other times for one that was agreed on; the other side chooses.
 *
 * @throws NotFound, WrongSide 403, NotWorking 409, WrongState 409, BadSlots 422, StaleVersion 412
 */
@Injectable()
export class ProposeSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EngagementAccess,
    private readonly engagements: EngagementRepository,
    private readonly sessions: SessionRepository,
    private readonly moves: EngagementMoves,
    private readonly sessionMoves: SessionMoves,
  ) {}

  async execute(actor: Actor, engagementId: string, input: SessionInput, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { engagement, side } = await this.access.lockFor(tx, engagementId, null, version);
      if (!isWorking(engagement.state)) throw new NotWorking(engagement.state);
      checkSlots(input.slots, await this.engagements.now(tx));
      const id = newId();
      await this.sessions.insert(tx, { ...input, id, engagementId, proposedBySide: side });
      const changed = await this.moves.touch(tx, engagement, 'session-propose');
      tellOfSession(tx, 'engagement-session.proposed', changed, { id }, [otherSide(side)]);
    });
  }

  async move(
    actor: Actor,
    ids: { engagementId: string; sessionId: string },
    slots: readonly Date[],
    version?: number,
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const opened = await this.access.lock(tx, ids.engagementId, version);
      const session = await this.sessionMoves.find(tx, ids.engagementId, ids.sessionId);
      const { engagement } = opened;
      const side = actingSide(opened, null);
      checkSlots(slots, await this.engagements.now(tx));
      const wasAgreed = session.startsAt !== null;
      const moved = await this.sessionMoves.make(
        tx,
        engagement,
        session,
        wasAgreed ? 'move' : 'propose-anew',
        {
          slots,
          proposedBySide: side,
          // A session in calendars is tentative from now on.
          ...(wasAgreed && { sequence: session.sequence + 1 }),
        },
      );
      const told = wasAgreed ? 'engagement-session.moved' : 'engagement-session.proposed';
      tellOfSession(tx, told, moved.engagement, session, wasAgreed ? undefined : [otherSide(side)]);
    });
  }
}

/** Each once, to come, and within a year. */
function checkSlots(slots: readonly Date[], now: Date): void {
  const latest = now.getTime() + MAX_AHEAD_DAYS * 86_400_000;
  const seen = new Set<number>();
  const errors: FieldError[] = [];
  slots.forEach((slot, index) => {
    const pointer = `/slots/${index}`;
    if (slot <= now) errors.push({ pointer, code: 'engagement-session/past' });
    else if (slot.getTime() > latest) errors.push({ pointer, code: 'engagement-session/too-far' });
    else if (seen.has(slot.getTime())) errors.push({ pointer, code: 'engagement-session/twice' });
    seen.add(slot.getTime());
  });
  if (errors.length > 0) throw new BadSlots(errors);
}
