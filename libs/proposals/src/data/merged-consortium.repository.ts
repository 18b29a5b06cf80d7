import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

type Table = 'proposal_partner' | 'proposal_letter';

/** SQL that gives one organization's places in consortia to another one. */
@Injectable()
export class MergedConsortiumRepository {
  /** Proposals in which the organization leads, takes part, or is named by plan or budget; locked, in one order. */
  async lockConcerned(tx: Transaction, organizationId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(CONCERNED, [organizationId]);
    return rows.map(({ id }) => id);
  }

  /** Rows that can stand in the other's name go over; answers how many did, and how many could not. */
  async movePlaces(
    tx: Transaction,
    table: Table,
    fromId: string,
    intoId: string,
  ): Promise<{ moved: number; stayed: number }> {
    const moved = await tx.execute(moveSql(table), [fromId, intoId]);
    return { moved, stayed: await this.count(tx, table, fromId) };
  }

  /** What could not go over, because the other has a place there or leads, takes part no more. */
  async endPlaces(tx: Transaction, fromId: string): Promise<string[]> {
    const rows = await tx.rows<{ proposalId: string }>(END_PLACES, [fromId, tx.actor.personId]);
    return rows.map(({ proposalId }) => proposalId);
  }

  async moveCoauthors(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return tx.execute(
      `update proposal_coauthor set organization_id = $2, ${CHANGED} where organization_id = $1`,
      [fromId, intoId],
    );
  }

  /** Plan and budget of what is still written name the other; proposals for its calls are for the other's. */
  async rename(tx: Transaction, proposalIds: readonly string[], fromId: string, intoId: string): Promise<void> {
    await tx.execute(RENAME, [proposalIds, fromId, intoId]);
    await tx.execute(
      `update proposal set call_organization_id = $2, ${CHANGED} where call_organization_id = $1`,
      [fromId, intoId],
    );
  }

  private async count(reads: Reads, table: Table, organizationId: string): Promise<number> {
    const row = await reads.row<{ total: number }>(
      `select count(*)::int as total from ${table} where organization_id = $1`,
      [organizationId],
    );
    return row?.total ?? 0;
  }
}

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const CONCERNED = `
  select id from proposal p
  where p.organization_id = $1
    or p.id in (select proposal_id from proposal_partner where organization_id = $1)
    or p.id in (select proposal_id from proposal_letter where organization_id = $1)
  order by id for update`;

const moveSql = (table: Table): string => `
  update ${table} t set organization_id = $2, ${CHANGED}
  where t.organization_id = $1
    and not exists (select from ${table} o where o.proposal_id = t.proposal_id and o.organization_id = $2)
    and not exists (select from proposal p where p.id = t.proposal_id and p.organization_id = $2)`;

const END_PLACES = `
  update proposal_partner
  set state = 'removed', answered_by = $2, signed_sha256 = null, signed_by = null, signed_at = null, ${CHANGED}
  where organization_id = $1 and state in ('invited', 'accepted') returning proposal_id as "proposalId"`;

const RENAME = `
  update proposal
  set work_plan = replace(work_plan::text, $2, $3)::jsonb, budget_lines = replace(budget_lines::text, $2, $3)::jsonb,
    ${CHANGED}
  where id = any($1::uuid[]) and (work_plan::text like '%' || $2 || '%' or budget_lines::text like '%' || $2 || '%')`;
