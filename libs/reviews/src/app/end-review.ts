import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ReviewRepository } from '../data/review.repository.js';
import type { Review } from '../domain/review.js';
import { isOpen } from '../domain/review-states.js';
import type { Prepared } from './after-review.js';
import { DeskAccess } from './desk-access.js';
import { ReviewMoves } from './review-moves.js';

/** Ends a review that will not come any more, and the panel goes on with what it has. */
@Injectable()
export class EndReview {
  constructor(
    private readonly access: DeskAccess,
    private readonly reviews: ReviewRepository,
    private readonly moves: ReviewMoves,
  ) {}

  async within(
    tx: Transaction,
    { id, callId, proposalId }: Review,
    verb: 'expire' | 'release',
    follow: Prepared,
  ): Promise<void> {
    // Locked before its review, as by everybody who changes one.
    const proposal = await this.access.lockProposal(tx, callId, proposalId);
    const review = await this.reviews.get(tx, id);
    // Handed in or given back while its proposal was awaited.
    if (!isOpen(review.state)) return;
    await this.moves.make(tx, review, verb, follow.call.terms.organizationId);
    await follow.within(tx, proposal);
  }
}
