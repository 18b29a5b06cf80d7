import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { EngagementMoves } from './engagement-moves.js';
import { OpenRatings } from './open-ratings.js';
import { tellParties, tellSecretariat } from './tell-parties.js';

/** What time does to an engagement as a whole. Reads the row again, by the clock of the database. */
@Injectable()
export class EngagementClock {
  constructor(
    private readonly engagements: EngagementRepository,
    private readonly moves: EngagementMoves,
    private readonly ratings: OpenRatings,
  ) {}

  /** An agreement lapses, ratings open, or the chair is late. */
  async move(tx: Transaction, id: string): Promise<void> {
    const engagement = await this.engagements.lock(tx, id);
    if (!engagement) return;
    const now = await this.engagements.now(tx);
    const { state, signatureDueAt, ratingsDueAt } = engagement;
    if (state === 'agreement' && signatureDueAt <= now) {
      const lapsed = await this.moves.make(tx, engagement, 'lapse', { endedAt: now });
      tellParties(tx, 'engagement.lapsed', lapsed, await this.engagements.parties(tx, id));
    } else if (state === 'accepted' && ratingsDueAt && ratingsDueAt <= now) {
      await this.ratings.execute(tx, engagement);
    } else if (state === 'disputed') tellSecretariat(tx, 'dispute.overdue', engagement);
  }
}
