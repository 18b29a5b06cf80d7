import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { RatingRepository } from '../data/rating.repository.js';
import { SIDES } from '../domain/engagement.js';
import { RatingNotTaken } from '../domain/engagement.errors.js';
import type { Rating } from '../domain/rating.js';
import { EngagementAccess } from './engagement-access.js';
import { OpenRatings } from './open-ratings.js';

export type RatingInput = Omit<Rating, 'side' | 'createdAt'>;

/**
 * One side says once what it thinks of the other. Until both have, nothing shows that one did: no version counts up,
 * no event is written, and the trail of the engagement does not change. With the second rating both open, and the
 * engagement closes.
 *
 * @throws NotFound, WrongSide 403, RatingNotTaken 409
 */
@Injectable()
export class RateEngagement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EngagementAccess,
    private readonly ratings: RatingRepository,
    private readonly opening: OpenRatings,
  ) {}

  async execute(actor: Actor, id: string, rating: RatingInput): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { engagement, side } = await this.access.lockFor(tx, id, null);
      if (engagement.state !== 'accepted') throw new RatingNotTaken('rating/not-open');
      const given = await this.ratings.ofEngagement(tx, id);
      if (given.some((one) => one.side === side)) throw new RatingNotTaken('rating/given');
      await this.ratings.insert(tx, id, { ...rating, side });
      // In the trail of who rates, and of nobody else.
      tx.audit({ action: 'rating.give', entityType: 'engagement-rating', entityId: id });
      if (given.length === SIDES.length - 1) await this.opening.execute(tx, engagement);
    });
  }
}
