import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ProposalsOfCall } from '#libs/proposals';
import { ReviewRepository } from '../data/review.repository.js';
import { newestRound } from '../domain/review.js';
import { isOpen } from '../domain/review-states.js';
import { AfterReview, type Prepared } from './after-review.js';
import type { DueReviews } from './ask-reviewers.js';
import { DeskAccess } from './desk-access.js';
import { EndReview } from './end-review.js';

/** Ends what is not done in time: the panel goes on with what it has, or the desk asks somebody else. */
@Injectable()
export class ExpireReviews {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly after: AfterReview,
    private readonly endReview: EndReview,
    private readonly access: DeskAccess,
    private readonly called: ProposalsOfCall,
  ) {}

  /** Asked before the transaction: it reads by connections of its own. */
  async prepare({ callId }: DueReviews): Promise<Prepared> {
    return this.after.prepare({ callId });
  }

  async within(tx: Transaction, { callId, dueAt }: DueReviews, follow: Prepared): Promise<void> {
    for (const review of await this.reviews.openDueAt(tx, callId, dueAt))
      await this.endReview.within(tx, review, 'expire', follow);
    for (const proposalId of await this.settled(tx, follow)) {
      const proposal = await this.access.lockProposal(tx, callId, proposalId);
      await follow.within(tx, proposal);
    }
  }

  /** Proposals under review from whose reviewers nothing will come any more, and which nothing moves on by itself. */
  private async settled(tx: Transaction, { call: { terms, stage } }: Prepared): Promise<string[]> {
    const waiting = await this.called.list(tx, terms.callId, ['in_review']);
    const reviews = await this.reviews.ofStage(tx, terms.callId, stage.key);
    return waiting.flatMap(({ id, versionNumber }) => {
      const round = newestRound(reviews.filter(({ proposalId }) => proposalId === id));
      // What was revised since waits for its next round.
      const isOver = round.every((one) => one.versionNumber === versionNumber && !isOpen(one.state));
      return round.length > 0 && isOver ? [id] : [];
    });
  }
}
