import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#libs/contracts';
import { OrganizationsReader } from '#libs/organizations';
import { Database, type Transaction } from '#libs/platform/database';
import { ReviewRepository } from '../data/review.repository.js';
import { ReviewerRepository } from '../data/reviewer.repository.js';
import type { CallReviewer } from '../domain/review.js';
import { isOpen } from '../domain/review-states.js';
import { DeskAccess } from './desk-access.js';
import { ReviewMoves } from './review-moves.js';

/** Whose duties are looked at: those of a person, or those for an organization. */
export type DutiesOf = { readonly personId: string } | { readonly organizationId: string };

/**
 * Reviewers who have left, lost their role or been erased, or whose organization takes no part any more: the desk has
 * their open reviews back and finds somebody else.
 */
@Injectable()
export class ReleaseDuties {
  constructor(
    private readonly database: Database,
    private readonly reviewers: ReviewerRepository,
    private readonly reviews: ReviewRepository,
    private readonly organizations: OrganizationsReader,
    private readonly moves: ReviewMoves,
    private readonly access: DeskAccess,
  ) {}

  /** Asked before the transaction: it reads by connections of its own. */
  async orphaned(of: DutiesOf): Promise<CallReviewer[]> {
    const active = await this.reviewers.activeOf(this.database, of);
    const can = await Promise.all(active.map((reviewer) => this.canReview(reviewer)));
    return active.filter((_, index) => !can[index]);
  }

  async within(tx: Transaction, orphaned: readonly CallReviewer[]): Promise<void> {
    for (const reviewer of orphaned) {
      await this.reviewers.save(tx, reviewer, reviewer, true);
      tx.audit({ action: 'reviewer.end', entityType: 'reviewer', entityId: reviewer.id, toState: 'ended' });
      for (const { id, proposalId } of await this.reviews.openOf(tx, reviewer.id)) {
        const { terms } = await this.access.call(tx, reviewer.callId);
        // Locked before its review, as by everybody who changes one.
        await this.access.lockProposal(tx, reviewer.callId, proposalId);
        const review = await this.reviews.get(tx, id);
        if (isOpen(review.state)) await this.moves.make(tx, review, 'release', terms.organizationId);
      }
    }
  }

  private async canReview({ personId, organizationId }: CallReviewer): Promise<boolean> {
    const [cards, members] = await Promise.all([
      this.organizations.cards([organizationId]),
      this.organizations.membersOf(organizationId),
    ]);
    const card = cards.get(organizationId);
    const seat = members.find((member) => member.personId === personId);
    if (!card || !seat || card.state !== 'active') return false;
    return permissionsOf(card.kind, seat.role).includes('review.submit');
  }
}
