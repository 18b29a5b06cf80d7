import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { DisputeRepository } from '../data/dispute.repository.js';
import type { Decision } from '../domain/dispute.js';
import { otherSide } from '../domain/engagement.js';
import { FROZEN_STATES } from '../domain/engagement-states.js';
import type { Reason } from './cancel-engagement.js';
import { DecideDispute } from './decide-dispute.js';
import { EngagementAccess } from './engagement-access.js';
import { EngagementMoves } from './engagement-moves.js';
import { tellParties, tellSecretariat } from './tell-parties.js';

/**
 * A dispute: either side stops everything, and the chair, a duty of the secretariat, decides within ten working days
 * whether work goes on where it stopped, ends as done, or is called off.
 */
@Injectable()
export class DisputeEngagement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EngagementAccess,
    private readonly disputes: DisputeRepository,
    private readonly moves: EngagementMoves,
    private readonly deciding: DecideDispute,
  ) {}

  /** @throws NotFound, WrongSide 403, WrongState 409, StaleVersion 412 */
  async raise(actor: Actor, id: string, { reason, language }: Reason, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { engagement, side } = await this.access.lockFor(tx, id, null, version);
      const frozenState = FROZEN_STATES.find((state) => state === engagement.state);
      const { at, isKnown } = await this.deciding.dueAt(tx);
      const disputed = await this.moves.make(tx, engagement, 'dispute', {
        ...(frozenState && { frozenState }),
        decisionDueAt: at,
      });
      await this.disputes.insert(tx, id, { side, reason, language, dueAt: at, isCalendarKnown: isKnown });
      tellParties(tx, 'engagement.disputed', disputed, [disputed[otherSide(side)]]);
      tellSecretariat(tx, 'dispute.raised', disputed);
    });
  }

  /** @throws NotFound, WrongState 409, StaleVersion 412 */
  async decide(actor: Actor, id: string, decision: Decision, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { engagement, standing } = await this.access.lock(tx, id, version);
      if (!standing.isStaff) throw new NotFound();
      await this.deciding.execute(tx, engagement, decision);
    });
  }
}
