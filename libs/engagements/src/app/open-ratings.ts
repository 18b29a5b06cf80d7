import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { EngagementRepository } from '../data/engagement.repository.js';
import { type Engagement, SIDES } from '../domain/engagement.js';
import { EngagementMoves } from './engagement-moves.js';
import { tellParties } from './tell-parties.js';

/** Opens what was sealed and closes the engagement: with the second rating, or when the time is over. */
@Injectable()
export class OpenRatings {
  constructor(
    private readonly engagements: EngagementRepository,
    private readonly moves: EngagementMoves,
  ) {}

  async execute(tx: Transaction, engagement: Engagement): Promise<void> {
    const now = await this.engagements.now(tx);
    const closed = await this.moves.make(tx, engagement, 'close', { ratingsOpenedAt: now, endedAt: now });
    tellParties(
      tx,
      'engagement.closed',
      closed,
      SIDES.map((side) => closed[side]),
    );
  }
}
