import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { EngagementAccess } from './engagement-access.js';
import { EngagementMoves } from './engagement-moves.js';
import { tellParties } from './tell-parties.js';

/** Why, for the others. */
export interface Reason {
  readonly reason: string;
  /** BCP 47. */
  readonly language: string;
}

/**
 * Requester or consultant steps back before work begins; afterwards only the chair ends it.
 *
 * @throws NotFound, WrongSide 403, WrongState 409, StaleVersion 412
 */
@Injectable()
export class CancelEngagement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EngagementAccess,
    private readonly engagements: EngagementRepository,
    private readonly moves: EngagementMoves,
  ) {}

  async execute(actor: Actor, id: string, { reason, language }: Reason, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { engagement, parties } = await this.access.lockFor(tx, id, null, version);
      const cancelled = await this.moves.make(tx, engagement, 'cancel', {
        endedAt: await this.engagements.now(tx),
        endReason: reason,
        endLanguage: language,
      });
      tellParties(tx, 'engagement.cancelled', cancelled, parties);
    });
  }
}
