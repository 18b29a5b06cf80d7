import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { type AskedReview, ReviewRepository } from '../data/review.repository.js';
import type { AssessedCall } from './desk-access.js';

/** Reviews asked for at one moment, which are due at one moment. `dueAt` is RFC 3339. */
export interface DueReviews {
  readonly callId: string;
  readonly dueAt: string;
}

/** Ends reviews that were not done in time. */
export const EXPIRE_REVIEWS = defineJob<DueReviews>({ name: 'expire-reviews', queue: 'default' });

/** Tells reviewers three days before their reviews are due. */
export const REMIND_REVIEWERS = defineJob<DueReviews>({ name: 'remind-reviewers', queue: 'default' });

/** Days in which a review is to be done, and after which it is given to somebody else. */
export const REVIEW_DAYS = 14;
const REMINDER_DAYS = 3;
const DAY = 86_400_000;

/** Asks reviewers: the rows, their clocks, the trail, and the event by which each is told. */
@Injectable()
export class AskReviewers {
  constructor(private readonly reviews: ReviewRepository) {}

  async ask(tx: Transaction, { terms, stage }: AssessedCall, asked: readonly AskedReview[]): Promise<void> {
    if (asked.length === 0) return;
    const { callId, organizationId } = terms;
    const dueAt = await this.reviews.dayAfter(tx, REVIEW_DAYS);
    const ids = await this.reviews.insertMany(tx, { callId, stage: stage.key, dueAt }, asked);
    for (const [index, { personId, organizationId: toOrganizationId }] of asked.entries()) {
      const id = ids[index] ?? '';
      tx.audit({
        action: 'review.assign',
        entityType: 'review',
        entityId: id,
        organizationId,
        toState: 'assigned',
      });
      const source = { aggregateType: 'review', aggregateId: id, seq: 1, organizationId };
      tx.emit('review.assigned', source, { toPersonId: personId, toOrganizationId, callId });
    }
    const payload = { callId, dueAt: dueAt.toISOString() };
    const key = `${callId}:${payload.dueAt}`;
    await Timers.set(tx, EXPIRE_REVIEWS, { key: `reviews-expiry:${key}`, dueAt, payload });
    const remindAt = new Date(dueAt.getTime() - REMINDER_DAYS * DAY);
    await Timers.set(tx, REMIND_REVIEWERS, { key: `reviews-reminder:${key}`, dueAt: remindAt, payload });
  }
}
