import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import type { Proposal } from '#libs/proposals';
import { ReviewRepository } from '../data/review.repository.js';
import type { Review } from '../domain/review.js';
import { DeskAccess } from './desk-access.js';

/** The only way a reviewer obtains a review: it is the duty of one person, acting for one organization. */
@Injectable()
export class ReviewAccess {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewRepository,
    private readonly desk: DeskAccess,
  ) {}

  async load(actor: Actor, id: string): Promise<Review> {
    return own(actor, await this.reviews.find(this.database, id));
  }

  /** A review to write, with its proposal, which is locked first: last reviews come one after the other. */
  async lock(tx: Transaction, id: string): Promise<{ review: Review; proposal: Proposal }> {
    const seen = own(tx.actor, await this.reviews.find(tx, id));
    const proposal = await this.desk.lockProposal(tx, seen.callId, seen.proposalId);
    return { proposal, review: await this.reviews.get(tx, id) };
  }
}

function own(actor: Actor, review: Review | undefined): Review {
  const isOwn = review?.personId === actor.personId && review.organizationId === actor.organization?.id;
  if (!review || !isOwn || !actor.permissions.has('review.read')) throw new NotFound();
  return review;
}
