import { Injectable } from '@nestjs/common';
import { type Actor, WrongState } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { ReviewRepository } from '../data/review.repository.js';
import { AlreadyAReviewer, EnoughReviewers, ReviewerRefused } from '../domain/application.errors.js';
import { type ApplicationReview, countingReviews, REVIEWS_NEEDED } from '../domain/application-review.js';
import { ApplicationAccess } from './application-access.js';
import { Stakes } from './stakes.js';

/**
 * An officer gives the duty of reviewing an entry proposal to a person without a stake in it.
 *
 * @throws NotFound, WrongState, AlreadyAReviewer, EnoughReviewers 409, ReviewerRefused 422
 */
@Injectable()
export class AssignReviewer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ApplicationAccess,
    private readonly reviews: ReviewRepository,
    private readonly stakes: Stakes,
  ) {}

  async execute(
    actor: Actor,
    applicationId: string,
    reviewer: { personId: string; organizationId: string },
  ): Promise<ApplicationReview> {
    const seen = await this.access.load(actor, 'assign-reviewer', applicationId);
    const refusal = await this.stakes.ofReviewer(seen, reviewer);
    const id = newId();
    return this.unitOfWork.run(actor, async (tx) => {
      const { state, organizationId } = await this.access.lock(tx, 'assign-reviewer', applicationId);
      if (state !== 'entry_proposal_review') throw new WrongState('application', 'assign-reviewer', state);
      if (refusal) throw new ReviewerRefused(refusal);
      const reviews = await this.reviews.ofApplication(tx, applicationId);
      if (reviews.some(({ personId }) => personId === reviewer.personId)) throw new AlreadyAReviewer();
      if (countingReviews(reviews).length >= REVIEWS_NEEDED) throw new EnoughReviewers();

      await this.reviews.insert(tx, { id, applicationId, ...reviewer });
      tx.audit({
        action: 'application-review.assign',
        entityType: 'application-review',
        entityId: id,
        toState: 'assigned',
      });
      const source = { aggregateType: 'application-review', aggregateId: id, seq: 1, organizationId };
      tx.emit('application-review.assigned', source, {
        toPersonId: reviewer.personId,
        toOrganizationId: reviewer.organizationId,
        applicationId,
      });
      return this.reviews.get(tx, id);
    });
  }
}
