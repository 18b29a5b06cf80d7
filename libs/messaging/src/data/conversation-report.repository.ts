import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { ConversationReport, ReportState } from '../domain/conversation-report.js';

export type NewReport = Pick<
  ConversationReport,
  'id' | 'conversationId' | 'seq' | 'organizationId' | 'reason' | 'note' | 'language' | 'evidence'
>;

/** Cases of the moderation queue. */
@Injectable()
export class ConversationReportRepository {
  /** Answers the number of the case; numbers leave no gap, for one case is filed after the other. */
  async insert(tx: Transaction, report: NewReport): Promise<number> {
    await tx.execute(`select pg_advisory_xact_lock(hashtextextended('report case number', 0))`);
    const { id, conversationId, seq, organizationId, reason, note, language, evidence } = report;
    const row = await tx.row<{ caseNumber: number }>(INSERT, [
      ...[id, conversationId, seq, tx.actor.personId, organizationId, reason, note, language],
      JSON.stringify(evidence),
    ]);
    if (!row) throw new Error('A report vanished inside its transaction.');
    return row.caseNumber;
  }

  async find(reads: Reads, id: string): Promise<ConversationReport | undefined> {
    return reads.row<ConversationReport>(`${SELECT} where id = $1`, [id]);
  }

  async lock(tx: Transaction, id: string): Promise<ConversationReport | undefined> {
    return tx.row<ConversationReport>(`${SELECT} where id = $1 for update`, [id]);
  }

  /** The whole queue: undecided first come first; decided ones latest first. */
  async queue(
    reads: Reads,
    query: { state: 'received' | 'decided'; after: string | undefined; limit: number },
  ): Promise<ConversationReport[]> {
    const { state, after, limit } = query;
    const text =
      state === 'received'
        ? `${SELECT} where state = 'received' and ($1::uuid is null or id > $1) order by id limit $2`
        : `${SELECT} where state <> 'received' and ($1::uuid is null or id < $1) order by id desc limit $2`;
    return reads.rows<ConversationReport>(text, [after ?? null, limit]);
  }

  /** What a person reported for an organization, latest first. */
  async ofPerson(reads: Reads, personId: string, organizationId: string): Promise<ConversationReport[]> {
    return reads.rows<ConversationReport>(
      `${SELECT} where person_id = $1 and organization_id = $2 order by id desc limit 100`,
      [personId, organizationId],
    );
  }

  /** What a person told the secretariat of, and what they were answered; oldest first. */
  async filedBy(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(FILED_BY, [personId]);
  }

  /** Their open case about the same, if there is one. */
  async open(
    reads: Reads,
    report: { conversationId: string; seq: number | null; personId: string },
  ): Promise<ConversationReport | undefined> {
    return reads.row<ConversationReport>(
      `${SELECT} where conversation_id = $1 and seq is not distinct from $2::int and person_id = $3
         and state = 'received'`,
      [report.conversationId, report.seq, report.personId],
    );
  }

  async decide(
    tx: Transaction,
    { id, version }: ConversationReport,
    decision: { state: ReportState; outcome: string; outcomeLanguage: string | null; isRemoved: boolean },
  ): Promise<void> {
    const { state, outcome, outcomeLanguage, isRemoved } = decision;
    const values = [id, version, state, outcome, outcomeLanguage, isRemoved, tx.actor.personId];
    if ((await tx.execute(DECIDE, values)) === 0) throw new Error('A locked report changed.');
  }

  /** Names of cases by id. */
  async caseNumbers(reads: Reads, ids: readonly string[]): Promise<{ id: string; caseNumber: number }[]> {
    return reads.rows(
      `select id, case_number as "caseNumber" from conversation_report where id = any($1::uuid[])`,
      [ids],
    );
  }
}

const SELECT = `
  select id, case_number as "caseNumber", conversation_id as "conversationId", seq, person_id as "personId",
    organization_id as "organizationId", reason, note, language, evidence, state, outcome,
    outcome_language as "outcomeLanguage", is_removed as "isRemoved", created_at as "createdAt",
    decided_at as "decidedAt", version
  from conversation_report`;

const FILED_BY = `
  select id, case_number as "caseNumber", conversation_id as "conversationId", seq, reason, note, state, outcome,
    created_at as "createdAt" from conversation_report where person_id = $1 order by id`;

const INSERT = `
  insert into conversation_report (id, conversation_id, seq, person_id, organization_id, reason, note, language,
    evidence, case_number)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb,
    (select coalesce(max(case_number), 0) + 1 from conversation_report))
  returning case_number as "caseNumber"`;

const DECIDE = `
  update conversation_report set state = $3, outcome = $4, outcome_language = $5, is_removed = $6, decided_by = $7,
    decided_at = now(), version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = 'received'`;
