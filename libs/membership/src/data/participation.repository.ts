import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Participation } from '../domain/participation.js';

@Injectable()
export class ParticipationRepository {
  async find(reads: Reads, organizationId: string): Promise<Participation | undefined> {
    return reads.row<Participation>(`${SELECT} where organization_id = $1`, [organizationId]);
  }

  async lock(tx: Transaction, organizationId: string): Promise<Participation | undefined> {
    return tx.row<Participation>(`${SELECT} where organization_id = $1 for update`, [organizationId]);
  }

  /** Those of `organizationIds` that nothing is known of. */
  async unknown(reads: Reads, organizationIds: readonly string[]): Promise<string[]> {
    return (await reads.rows<{ id: string }>(UNKNOWN, [organizationIds])).map(({ id }) => id);
  }

  /** Begins a participation; answers whether there was none. */
  async begin(tx: Transaction, organizationId: string): Promise<boolean> {
    return (await tx.execute(BEGIN, [organizationId])) === 1;
  }

  async save(
    tx: Transaction,
    { organizationId, confirmedAt, lapsedAt, dueAt }: Omit<Participation, 'version'>,
    confirmedBy: string | null,
  ): Promise<Participation> {
    const row = await tx.row<Participation>(SAVE, [organizationId, confirmedAt, lapsedAt, dueAt, confirmedBy]);
    if (!row) throw new Error('A participation vanished while it was locked.');
    return row;
  }
}

const COLUMNS = `
  organization_id as "organizationId", confirmed_at as "confirmedAt", lapsed_at as "lapsedAt",
  due_at as "dueAt", version`;

const SELECT = `select ${COLUMNS} from participation`;

const UNKNOWN = `
  select asked.id from unnest($1::uuid[]) as asked (id)
  where not exists (select 1 from participation p where p.organization_id = asked.id)`;

const BEGIN = `insert into participation (organization_id) values ($1) on conflict do nothing`;

const SAVE = `
  update participation
  set confirmed_at = $2, lapsed_at = $3, due_at = $4, confirmed_by = coalesce($5, confirmed_by),
      version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where organization_id = $1
  returning ${COLUMNS}`;
