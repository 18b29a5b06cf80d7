import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { type Decision, type DecisionState, UNDO_SECONDS } from '../domain/decision.js';

/** SQL of decisions. The clock is the database's: who decides and who carries out sit in different processes. */
@Injectable()
export class DecisionRepository {
  async find(reads: Reads, id: string): Promise<Decision | undefined> {
    return reads.row<Decision>(`${SELECT} where id = $1`, [id]);
  }

  async lock(tx: Transaction, id: string): Promise<(Decision & { isDue: boolean }) | undefined> {
    return tx.row(`${SELECT.replace('select', `select effective_at <= clock_timestamp() as "isDue",`)}
      where id = $1 for update`, [id]);
  }

  /** The decision that waits for its seconds to pass. */
  async pending(reads: Reads, applicationId: string): Promise<Decision | undefined> {
    return reads.row<Decision>(`${SELECT} where application_id = $1 and state = 'pending'`, [applicationId]);
  }

  /** Answers the moment it takes effect; undefined when another decision waits. */
  async insert(
    tx: Transaction,
    decision: Pick<Decision, 'id' | 'applicationId' | 'verdict' | 'reason' | 'language' | 'organizationId'>,
  ): Promise<Date | undefined> {
    const row = await tx.row<{ effectiveAt: Date }>(
      `insert into application_decision
         (id, organization_id, application_id, verdict, reason, language, decided_by, effective_at)
       values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(secs => $8))
       on conflict (application_id) where state = 'pending' do nothing
       returning effective_at as "effectiveAt"`,
      [
        decision.id,
        decision.organizationId,
        decision.applicationId,
        decision.verdict,
        decision.reason,
        decision.language,
        tx.actor.personId,
        UNDO_SECONDS,
      ],
    );
    return row?.effectiveAt;
  }

  async settle(tx: Transaction, id: string, state: Exclude<DecisionState, 'pending'>): Promise<void> {
    await tx.execute(
      `update application_decision set state = $2, changed_xid = pg_current_xact_id()
       where id = $1 and state = 'pending'`,
      [id, state],
    );
  }

  /** Officers who accepted or rejected, with effect. */
  async deciders(reads: Reads, applicationId: string): Promise<string[]> {
    const rows = await reads.rows<{ decidedBy: string }>(
      `select distinct decided_by as "decidedBy" from application_decision
       where application_id = $1 and state = 'applied' and verdict <> 'ask'`,
      [applicationId],
    );
    return rows.map(({ decidedBy }) => decidedBy);
  }
}

const SELECT = `
  select id, application_id as "applicationId", verdict, reason, language, decided_by as "decidedBy",
         organization_id as "organizationId", state, effective_at as "effectiveAt"
  from application_decision`;
