import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { ReviewRepository } from '../data/review.repository.js';
import { type ApplicationReview, reviewTransitions } from '../domain/application-review.js';
import type { Said } from './answer-question.js';
import { sourceOf } from './application-moves.js';
import { ReviewAccess } from './review-access.js';

/**
 * A reviewer gives the duty back: a conflict, or no time. The secretariat finds another one.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class DeclineReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ReviewAccess,
    private readonly reviews: ReviewRepository,
  ) {}

  async execute(actor: Actor, id: string, said: Said, version?: number): Promise<ApplicationReview> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { review, application } = await this.access.lock(tx, id);
      const state = nextState(reviewTransitions, review.state, 'decline');
      assertVersion(review.version, version);

      await this.reviews.answer(tx, review, state, {
        scores: null,
        comment: null,
        note: said.text,
        language: said.language,
      });
      tx.audit({
        action: 'application-review.decline',
        entityType: 'application-review',
        entityId: id,
        fromState: review.state,
        toState: state,
      });
      tx.emit('application-review.declined', sourceOf(application), { reviewId: id });
      return this.reviews.get(tx, id);
    });
  }
}
