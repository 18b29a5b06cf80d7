import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { Decision, Dispute } from '../domain/dispute.js';

/** SQL of disputes: one of an engagement is open at a time. */
@Injectable()
export class DisputeRepository {
  /** Oldest first. */
  async ofEngagement(reads: Reads, engagementId: string): Promise<Dispute[]> {
    return reads.rows<Dispute>(`${SELECT} where engagement_id = $1 order by id`, [engagementId]);
  }

  async insert(
    tx: Transaction,
    engagementId: string,
    dispute: Pick<Dispute, 'side' | 'reason' | 'language' | 'dueAt' | 'isCalendarKnown'>,
  ): Promise<void> {
    await tx.execute(
      `insert into engagement_dispute (id, engagement_id, side, reason, language, raised_by, due_at, is_calendar_known)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        newId(),
        engagementId,
        dispute.side,
        dispute.reason,
        dispute.language,
        tx.actor.personId,
        dispute.dueAt,
        dispute.isCalendarKnown,
      ],
    );
  }

  async decide(tx: Transaction, engagementId: string, { outcome, words, language }: Decision): Promise<void> {
    await tx.execute(
      `update engagement_dispute set outcome = $2, decision = $3, decision_language = $4, decided_by = $5, decided_at = now()
       where engagement_id = $1 and outcome is null`,
      [engagementId, outcome, words, language, tx.actor.personId],
    );
  }
}

const SELECT = `
  select id, side, reason, language, due_at as "dueAt", is_calendar_known as "isCalendarKnown", outcome, decision,
    decision_language as "decisionLanguage", decided_at as "decidedAt", created_at as "createdAt"
  from engagement_dispute`;
