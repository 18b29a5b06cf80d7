import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#libs/contracts';
import { OrganizationsReader } from '#libs/organizations';
import { Database, type Transaction } from '#libs/platform/database';
import { ReviewRepository } from '../data/review.repository.js';
import { ReviewerRepository } from '../data/reviewer.repository.js';
import type { CallReviewer } from '../domain/review.js';
import { AfterReview, type Prepared } from './after-review.js';
import { EndReview } from './end-review.js';

/** Whose duties are looked at: those of a person, or those for an organization. */
export type DutiesOf = { readonly personId: string } | { readonly organizationId: string };

/** Somebody who reviews no more, and how the panels of their call go on without them. */
export interface Orphaned {
  readonly reviewer: CallReviewer;
  readonly follow: Prepared;
}

/**
 * Reviewers who have left, lost their role or been erased, or whose organization takes no part any more: the desk has
 * their open reviews back and finds somebody else, or the panel goes on without them.
 */
@Injectable()
export class ReleaseDuties {
  constructor(
    private readonly database: Database,
    private readonly reviewers: ReviewerRepository,
    private readonly reviews: ReviewRepository,
    private readonly organizations: OrganizationsReader,
    private readonly after: AfterReview,
    private readonly endReview: EndReview,
  ) {}

  /** Asked before the transaction: it reads by connections of its own. */
  async orphaned(of: DutiesOf): Promise<Orphaned[]> {
    const active = await this.reviewers.activeOf(this.database, of);
    const can = await Promise.all(active.map((reviewer) => this.canReview(reviewer)));
    const gone = active.filter((_, index) => !can[index]);
    const follows = new Map<string, Prepared>();
    for (const { callId } of gone)
      if (!follows.has(callId)) follows.set(callId, await this.after.prepare({ callId }));
    return gone.flatMap((reviewer) => {
      const follow = follows.get(reviewer.callId);
      return follow ? [{ reviewer, follow }] : [];
    });
  }

  async within(tx: Transaction, orphaned: readonly Orphaned[]): Promise<void> {
    // All of them first: nobody who is gone is asked in the place of another.
    for (const { reviewer } of orphaned) {
      await this.reviewers.save(tx, reviewer, reviewer, true);
      tx.audit({ action: 'reviewer.end', entityType: 'reviewer', entityId: reviewer.id, toState: 'ended' });
    }
    for (const { reviewer, follow } of orphaned)
      for (const review of await this.reviews.openOf(tx, reviewer.id))
        await this.endReview.within(tx, review, 'release', follow);
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
