import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, WrongState } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import { ReviewRepository } from '../data/review.repository.js';
import type { Review, ReviewWords } from '../domain/review.js';
import { assertReviewable, checkScores } from './review-checks.js';
import { DeskAccess } from './desk-access.js';
import { ReviewAccess } from './review-access.js';

/**
 * A reviewer writes, and it is saved as often as they like. Left-out fields stay.
 *
 * @throws NotFound, WrongState 409, ReviewingOver 409, InvalidInput 422, StaleVersion 412
 */
@Injectable()
export class SaveReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly access: ReviewAccess,
    private readonly reviews: ReviewRepository,
    private readonly desk: DeskAccess,
  ) {}

  async execute(actor: Actor, id: string, changes: Partial<ReviewWords>, version?: number): Promise<Review> {
    const { callId } = await this.access.load(actor, id);
    const { criteria, terms } = await this.desk.call(this.database, callId);
    return this.unitOfWork.run(actor, async (tx) => {
      const { review, proposal } = await this.access.lock(tx, id);
      if (review.state !== 'accepted') throw new WrongState('review', 'save', review.state);
      assertReviewable(proposal);
      checkScores(criteria, changes);
      assertVersion(review.version, version);
      await this.reviews.move(tx, review, review.state, changes);
      const organizationId = terms.organizationId;
      tx.audit({ action: 'review.update', entityType: 'review', entityId: id, organizationId });
      return this.reviews.get(tx, id);
    });
  }
}
