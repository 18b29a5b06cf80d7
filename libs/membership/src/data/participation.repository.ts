import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { DueParticipation, Participation, ParticipationStanding } from '../domain/participation.js';

/** Part of the list of what is due: those that are shown still, those that are hidden, or both. */
export interface DueSlice {
  readonly standing: readonly ParticipationStanding[];
  readonly days: number;
  readonly after: readonly [dueAt: string, organizationId: string] | null;
  readonly limit: number;
}

@Injectable()
export class ParticipationRepository {
  async find(reads: Reads, organizationId: string): Promise<Participation | undefined> {
    return reads.row<Participation>(`${SELECT} where organization_id = $1`, [organizationId]);
  }

  async lock(tx: Transaction, organizationId: string): Promise<Participation | undefined> {
    return tx.row<Participation>(`${SELECT} where organization_id = $1 for update`, [organizationId]);
  }

  /** What is hidden or due within `days`, the longest overdue first, after the place of the row before. */
  async due(reads: Reads, { standing, days, after, limit }: DueSlice): Promise<DueParticipation[]> {
    const [at, id] = after ?? [null, null];
    return reads.rows<DueParticipation>(DUE, [standing, days, at, id, limit]);
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

/** Hidden ones wait until they are closed; of the others only those that are asked by now. */
const DUE = `
  ${SELECT}
  where due_at is not null
    and (lapsed_at is not null and 'hidden' = any($1)
      or lapsed_at is null and 'due' = any($1) and due_at <= now() + $2 * interval '1 day')
    and ($3::timestamptz is null or (due_at, organization_id) > ($3, $4::uuid))
  order by due_at, organization_id limit $5`;

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
