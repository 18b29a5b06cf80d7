import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState, WrongState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { type ReviewContent, ReviewRepository } from '../data/review.repository.js';
import {
  type ApplicationReview,
  isReviewed,
  reviewTransitions,
  type Scores,
} from '../domain/application-review.js';
import { ApplicationMoves, sourceOf } from './application-moves.js';
import { ReviewAccess } from './review-access.js';

export interface SubmitReviewInput extends ReviewContent {
  readonly scores: Scores;
}

/**
 * A reviewer hands their scores in, for good; with the last one the application goes to the secretariat.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class SubmitReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ReviewAccess,
    private readonly reviews: ReviewRepository,
    private readonly moves: ApplicationMoves,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    input: SubmitReviewInput,
    version?: number,
  ): Promise<ApplicationReview> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { review, application } = await this.access.lock(tx, id);
      const state = nextState(reviewTransitions, review.state, 'submit');
      if (application.state !== 'entry_proposal_review')
        throw new WrongState('application', 'review', application.state);
      assertVersion(review.version, version);

      await this.reviews.answer(tx, review, state, input);
      tx.audit({
        action: 'application-review.submit',
        entityType: 'application-review',
        entityId: id,
        fromState: review.state,
        toState: state,
      });
      const source = { ...sourceOf(application), aggregateType: 'application-review', aggregateId: id };
      tx.emit('application-review.submitted', { ...source, seq: review.version + 1 }, {});
      if (isReviewed(await this.reviews.ofApplication(tx, application.id))) {
        const reviewed = await this.moves.make(tx, application, 'finish-review');
        tx.emit('application.reviewed', sourceOf(reviewed), {});
      }
      return this.reviews.get(tx, id);
    });
  }
}
