import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Transaction, UnitOfWork } from '#libs/platform/database';
import { PanelRepository } from '../data/panel.repository.js';
import { ReviewRepository } from '../data/review.repository.js';
import type { Review } from '../domain/review.js';
import { DeskAccess } from './desk-access.js';
import { ReviewAccess } from './review-access.js';

export interface Said {
  readonly body: string;
  /** BCP 47. */
  readonly language: string;
}

/**
 * Reviewers whose reviews are in, and the chair, speak about a proposal. All others of the panel are told that there is
 * something to read, not what.
 *
 * @throws NotFound
 */
@Injectable()
export class DiscussProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly desk: DeskAccess,
    private readonly access: ReviewAccess,
    private readonly panel: PanelRepository,
    private readonly reviews: ReviewRepository,
  ) {}

  async asReviewer(actor: Actor, reviewId: string, said: Said): Promise<void> {
    const { callId } = await this.access.load(actor, reviewId);
    const { terms } = await this.desk.call(this.database, callId);
    await this.unitOfWork.run(actor, async (tx) => {
      const { review } = await this.access.lock(tx, reviewId);
      // Before the own review is in there is no discussion to be seen.
      if (review.state !== 'submitted') throw new NotFound();
      const { organizationId, reviewerId } = review;
      await this.panel.say(tx, review, { organizationId, reviewerId, ...said });
      await this.tell(tx, review, terms.organizationId);
    });
  }

  async asChair(actor: Actor, at: { callId: string; proposalId: string }, said: Said): Promise<void> {
    const { terms, stage } = await this.desk.desk(actor, at.callId);
    await this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.desk.lockProposal(tx, at.callId, at.proposalId);
      const place = { callId: at.callId, stage: stage.key, proposalId: proposal.id };
      const { id: organizationId } = actingOrganization(actor);
      await this.panel.say(tx, place, { organizationId, reviewerId: null, ...said });
      await this.tell(tx, place, terms.organizationId);
    });
  }

  private async tell(
    tx: Transaction,
    { proposalId, stage }: Pick<Review, 'proposalId' | 'stage'>,
    organizationId: string,
  ): Promise<void> {
    tx.audit({ action: 'review.discuss', entityType: 'proposal', entityId: proposalId, organizationId });
    const told = new Set([tx.actor.personId]);
    for (const review of (await this.reviews.ofProposal(tx, proposalId, stage)).reverse()) {
      if (review.state !== 'submitted' || told.has(review.personId)) continue;
      told.add(review.personId);
      const source = { aggregateType: 'review', aggregateId: review.id, seq: review.version, organizationId };
      const to = { toPersonId: review.personId, toOrganizationId: review.organizationId };
      tx.emit('review.discussed', source, to);
    }
  }
}
