import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { type Proposal, ProposalMoves } from '#libs/proposals';
import { ReviewRepository } from '../data/review.repository.js';
import { type CallReviewer, newestRound } from '../domain/review.js';
import { isOpen } from '../domain/review-states.js';
import { nextStepOf } from '../domain/scores.js';
import { AskReviewers } from './ask-reviewers.js';
import type { AssessedCall } from './desk-access.js';

/** What follows once a review is in, or will never come. */
@Injectable()
export class PanelFlow {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly moves: ProposalMoves,
    private readonly askReviewers: AskReviewers,
  ) {}

  /**
   * The proposal is locked. `next` answers who is asked if scores lie far apart; where there is nobody, the panel
   * discusses what it has.
   */
  async follow(
    tx: Transaction,
    call: AssessedCall,
    proposal: Proposal,
    next: () => Promise<CallReviewer | undefined>,
  ): Promise<void> {
    if (proposal.state !== 'in_review') return;
    const round = newestRound(await this.reviews.ofProposal(tx, proposal.id, call.stage.key));
    const totals = round.flatMap(({ total }) => total ?? []);
    const open = round.filter(({ state }) => isOpen(state));
    const wasWidened = round.some(
      ({ because, state }) => because === 'spread' && (isOpen(state) || state === 'submitted'),
    );
    const step = nextStepOf({ open: open.length, totals, wasWidened }, call.terms);
    if (step === 'wait') return;
    const another = step === 'ask-another' ? await next() : undefined;
    if (!another) {
      await this.moves.discuss(tx, proposal.id);
      return;
    }
    const { id: reviewerId, personId, organizationId } = another;
    const place = { proposalId: proposal.id, versionNumber: round[0]?.versionNumber ?? 1 };
    const because = 'spread' as const;
    await this.askReviewers.ask(tx, call, [
      { ...place, reviewerId, personId, organizationId, round: round[0]?.round ?? 1, because },
    ]);
  }
}
