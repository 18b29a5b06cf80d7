import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { ApplicationRepository } from '../data/application.repository.js';
import { ReviewRepository } from '../data/review.repository.js';
import type { Application } from '../domain/application.js';
import type { ApplicationReview } from '../domain/application-review.js';

/** The only way a request obtains a review: it is the duty of one person, acting for one organization. */
@Injectable()
export class ReviewAccess {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewRepository,
    private readonly applications: ApplicationRepository,
  ) {}

  async load(actor: Actor, id: string): Promise<ApplicationReview> {
    return own(actor, await this.reviews.find(this.database, id));
  }

  /** A review to write, with its application, which is locked: two last reviews come one after the other. */
  async lock(tx: Transaction, id: string): Promise<{ review: ApplicationReview; application: Application }> {
    const seen = own(tx.actor, await this.reviews.find(tx, id));
    const application = await this.applications.lock(tx, seen.applicationId);
    if (!application) throw new NotFound();
    return { application, review: await this.reviews.get(tx, id) };
  }
}

function own(actor: Actor, review: ApplicationReview | undefined): ApplicationReview {
  const isOwn = review?.personId === actor.personId && review.organizationId === actor.organization?.id;
  if (!review || !isOwn || !actor.permissions.has('application.review')) throw new NotFound();
  return review;
}
