import { Injectable } from '@nestjs/common';
import type { Parameter, Reads } from '#libs/platform/database';
import type { Call } from '../domain/call.js';
import type { Applicant } from '../domain/eligibility.js';
import { CALL_COLUMNS, type CallRow, FROM_CALL, toCall } from './call-row.js';

/** Where a call stands for those who look for one. */
export const CALL_PHASES = ['open', 'coming', 'closed'] as const;
export type CallPhase = (typeof CALL_PHASES)[number];

/** Which calls a list holds: everybody's of one phase, or all of one organization. */
export interface CallListing {
  readonly phase: CallPhase;
  /** Only those this organization runs, drafts included; then the phase says nothing. */
  readonly runBy: string | null;
  /** Only those whose rules let it lead a proposal; null: all. */
  readonly openTo: Applicant | null;
  /** One of these codes at least; empty: all. */
  readonly themes: readonly string[];
}

/** Place in a list: the key of its order, then the id. */
export type CallPlace = readonly [key: string, id: string];

export type ListedCall = Call & { readonly listKey: string };

/** SQL of lists of calls. */
@Injectable()
export class CallListRepository {
  async slice(
    reads: Reads,
    listing: CallListing,
    after: CallPlace | undefined,
    limit: number,
  ): Promise<ListedCall[]> {
    const { key, isRising, where } = ORDERS[listing.runBy === null ? listing.phase : 'mine'];
    const direction = isRising ? 'asc' : 'desc';
    const text = `
      select ${CALL_COLUMNS}, ${key} as "listKey" ${FROM_CALL}
      where ${where} and ($1::uuid is null or c.organization_id = $1)
        and (cardinality($5::text[]) = 0 or c.content -> 'themes' ?| $5) and ($6::text is null or ${IS_OPEN_TO})
        and ($2::text is null or (${key}, c.id) ${isRising ? '>' : '<'} ($2, $3::uuid))
      order by ${key} ${direction}, c.id ${direction} limit $4`;
    const { runBy, openTo, themes } = listing;
    const values: Parameter[] = [
      ...[runBy, after?.[0] ?? null, after?.[1] ?? null, limit],
      ...[themes, openTo?.kind ?? null, openTo?.country ?? null],
    ];
    const rows = await reads.rows<CallRow & { listKey: string }>(text, values);
    return rows.map(({ listKey, ...row }) => ({ ...toCall(row), listKey }));
  }

  /** The time of this moment, by the clock that decides deadlines. */
  async now(reads: Reads): Promise<Date> {
    const row = await reads.row<{ now: Date }>('select clock_timestamp()::timestamptz(3) as now');
    if (!row) throw new Error('The database tells no time.');
    return row.now;
  }

  /** How many calls each phase has. */
  async phases(reads: Reads): Promise<Record<CallPhase, number>> {
    const row = await reads.row<Record<CallPhase, number>>(PHASES);
    return row ?? { open: 0, coming: 0, closed: 0 };
  }
}

/** Keys as texts that sort like the moments they stand for. */
const moment = (value: string): string =>
  `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;

const LAST_CLOSING = `coalesce((select max(s.closes_at) from call_stage s where s.call_id = c.id), c.state_since)`;
const IS_OPEN = `w.opens_at <= now()`;
const IS_COMING = `w.opens_at > now()`;
const IS_CLOSED = `c.number > 0 and w.key is null`;

/** `unmetRules` in SQL: no rule names other kinds than $6, or other countries than $7. */
const IS_OPEN_TO = `not exists (
  select from jsonb_array_elements(c.content -> 'eligibility') r
  where (r -> 'kinds' <> '[]' and not r -> 'kinds' ? $6) or (r -> 'countries' <> '[]' and not r -> 'countries' ? $7))`;

const ORDERS = {
  open: { key: moment('w.closes_at'), isRising: true, where: IS_OPEN },
  coming: { key: moment('w.opens_at'), isRising: true, where: IS_COMING },
  closed: { key: moment(LAST_CLOSING), isRising: false, where: IS_CLOSED },
  mine: {
    key: moment('c.created_at'),
    isRising: false,
    where: `(c.number > 0 or c.state = 'draft')`,
  },
} as const;

const PHASES = `
  select count(*) filter (where ${IS_OPEN})::int as open, count(*) filter (where ${IS_COMING})::int as coming,
    count(*) filter (where ${IS_CLOSED})::int as closed
  ${FROM_CALL}`;
