import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

export interface MarketChanges {
  /** Of which something has changed that is compared. */
  readonly organizationIds: readonly string[];
  /** Ask from here next time. */
  readonly horizon: string;
}

/**
 * SQL of what has changed, read from the events. A transaction's id is taken when it begins to write, not when it
 * commits, so the next question begins at the oldest one that was still under way: some changes are told twice, none
 * is missed.
 */
@Injectable()
export class MarketFeedRepository {
  /** Where to begin: whatever is read after this holds everything that was committed before it. */
  async horizon(reads: Reads): Promise<Pick<MarketChanges, 'horizon'>> {
    const row = await reads.row<Pick<MarketChanges, 'horizon'>>(HORIZON);
    return { horizon: row?.horizon ?? '0' };
  }

  async since(reads: Reads, horizon: string): Promise<MarketChanges> {
    const row = await reads.row<MarketChanges>(SINCE, [horizon]);
    return row ?? { organizationIds: [], horizon };
  }
}

const HORIZON_NOW = `pg_snapshot_xmin(pg_current_snapshot())::text`;
const HORIZON = `select ${HORIZON_NOW} as horizon`;

/** The condition of `ix_outbox_event_market`, word for word. */
const IS_OF_MARKET = `aggregate_type in
  ('organization', 'profile', 'opportunity', 'proposal', 'consulting_request', 'import')`;

const SINCE = `
  select ${HORIZON_NOW} as horizon,
    array(
      select distinct o.id
      from outbox_event e cross join lateral (
        select e.organization_id as id
        union all select e.aggregate_id where e.aggregate_type in ('organization', 'profile')
        union all select (e.payload ->> 'intoOrganizationId')::uuid
        union all select value::uuid from jsonb_array_elements_text(e.payload -> 'organizationIds')
      ) o
      where e.xid >= $1::xid8 and e.${IS_OF_MARKET} and o.id is not null
    ) as "organizationIds"`;
