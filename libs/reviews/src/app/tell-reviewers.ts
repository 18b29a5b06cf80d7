import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { ReviewerRepository } from '../data/reviewer.repository.js';
import type { DecisionBatch } from '../domain/review.js';
import type { AssessedCall } from './desk-access.js';

/** Tells those who have reviewed, once each, that the decisions are public. */
@Injectable()
export class TellReviewers {
  constructor(private readonly reviewers: ReviewerRepository) {}

  async within(tx: Transaction, { terms }: AssessedCall, batch: DecisionBatch): Promise<void> {
    const { callId, organizationId } = terms;
    const pool = await this.reviewers.ofCall(tx, callId, batch.stage);
    const source = { aggregateType: 'call', aggregateId: callId, seq: batch.version + 1, organizationId };
    for (const { personId: toPersonId, organizationId: toOrganizationId, submitted } of pool)
      if (submitted > 0) tx.emit('review.outcome-told', source, { toPersonId, toOrganizationId });
  }
}
