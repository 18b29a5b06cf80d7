import { Injectable } from '@nestjs/common';
import { nextState } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { ApplicationRepository } from '../data/application.repository.js';
import { ReviewRepository } from '../data/review.repository.js';
import type { Application } from '../domain/application.js';
import { type ApplicationReview, reviewTransitions } from '../domain/application-review.js';
import { sourceOf } from './application-moves.js';
import { Stakes } from './stakes.js';

/** Whose open duties are looked at: those of a person, or those for an organization. */
export type ReviewersOf = { readonly personId: string } | { readonly organizationId: string };

const SAYS_NOTHING = { scores: null, comment: null, note: null, language: null } as const;

/**
 * Duties of reviewers who have left, lost their role or been erased, or whose organization takes no part any more: the
 * secretariat has them back and finds somebody else.
 */
@Injectable()
export class ReleaseReviews {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewRepository,
    private readonly applications: ApplicationRepository,
    private readonly stakes: Stakes,
  ) {}

  /** Open duties that nobody can do any more. Asked before the transaction: it reads by connections of its own. */
  async orphaned(of: ReviewersOf): Promise<ApplicationReview[]> {
    const open = await this.reviews.open(this.database, of);
    const can = await Promise.all(open.map((review) => this.stakes.canReview(review)));
    return open.filter((_, index) => !can[index]);
  }

  async within(tx: Transaction, orphaned: readonly ApplicationReview[]): Promise<void> {
    for (const { id, applicationId } of orphaned) {
      const application = await this.applications.lock(tx, applicationId);
      const review = await this.reviews.get(tx, id);
      // Handed in or given back meanwhile.
      if (!application || review.state !== 'assigned') continue;
      const state = nextState(reviewTransitions, review.state, 'release');
      await this.reviews.answer(tx, review, state, SAYS_NOTHING);
      tx.audit({
        action: 'application-review.release',
        entityType: 'application-review',
        entityId: id,
        fromState: review.state,
        toState: state,
      });
      if (isReviewing(application))
        tx.emit('application-review.declined', sourceOf(application), { reviewId: id });
    }
  }
}

/** Of an application that is over, nobody needs another reviewer. */
function isReviewing({ state, askedFrom }: Application): boolean {
  return state === 'entry_proposal_review' || askedFrom === 'entry_proposal_review';
}
