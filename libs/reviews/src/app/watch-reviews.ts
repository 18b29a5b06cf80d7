import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ProposalMoves } from '#libs/proposals';
import { PanelRepository } from '../data/panel.repository.js';
import { ReviewRepository } from '../data/review.repository.js';
import { newestRound } from '../domain/review.js';
import { AskReviewers, type DueReviews } from './ask-reviewers.js';
import { DeskAccess } from './desk-access.js';

/** What happens to reviews without anybody doing it: by the clock, or because a proposal came back. */
@Injectable()
export class WatchReviews {
  constructor(
    private readonly access: DeskAccess,
    private readonly reviews: ReviewRepository,
    private readonly proposals: ProposalMoves,
    private readonly panel: PanelRepository,
    private readonly askReviewers: AskReviewers,
  ) {}

  async remind(tx: Transaction, { callId, dueAt }: DueReviews): Promise<void> {
    const { organizationId } = (await this.access.call(tx, callId)).terms;
    for (const review of await this.reviews.openDueAt(tx, callId, dueAt)) {
      const source = { aggregateType: 'review', aggregateId: review.id, seq: review.version, organizationId };
      const to = { toPersonId: review.personId, toOrganizationId: review.organizationId };
      tx.emit('review.reminded', source, to);
    }
  }

  /**
   * A revised proposal goes to those who reviewed it, as a new round. What came back to the screening desk, or was
   * asked for anew since, is not for them.
   */
  async reopen(tx: Transaction, proposalId: string): Promise<void> {
    const proposal = await this.proposals.lock(tx, proposalId);
    if (proposal.state !== 'in_review' || proposal.call === null) return;
    const call = await this.access.call(tx, proposal.call.callId);
    const all = await this.reviews.ofProposal(tx, proposalId, call.stage.key);
    const revisions = (await this.panel.steps(tx, proposalId)).filter(
      ({ verb }) => verb === 'request-revision',
    );
    const round = newestRound(all)[0]?.round ?? 0;
    const isNew = round > 0 && revisions.length >= round;
    const versionNumber = proposal.receipt?.number ?? 1;
    const because = 'revision' as const;
    const asked = newestRound(all).flatMap(({ state, reviewerId, organizationId, personId }) =>
      isNew && state === 'submitted'
        ? [{ proposalId, reviewerId, organizationId, personId, round: round + 1, versionNumber, because }]
        : [],
    );
    await this.askReviewers.ask(tx, call, asked);
  }
}
