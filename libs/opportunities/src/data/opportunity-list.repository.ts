import { Injectable } from '@nestjs/common';
import type { Parameter, Reads } from '#libs/platform/database';
import type { Opportunity } from '../domain/opportunity.js';
import { type OpportunityState, OUTCOME_DAYS, RENEWAL_DAYS } from '../domain/opportunity-states.js';
import { ENDS_AT, IS_OFFERED, IS_OPEN, type OpportunityRow, selectOpportunity, toOpportunity } from './opportunity-row.js';

/** Orders of a list: last published first, shortest time to answer first, first to end first. */
export const OPPORTUNITY_SORTS = ['newest', 'deadline', 'ending'] as const;
export type OpportunitySort = (typeof OPPORTUNITY_SORTS)[number];

/** What the values of a facet are told apart by; each is counted under the filters of the others. */
export const CODE_FACETS = ['themes', 'collaboration', 'markets', 'language'] as const;
export type CodeFacet = (typeof CODE_FACETS)[number];

/** Which opportunities a list holds. An empty list of codes or ids asks nothing. */
export interface OpportunityFilter {
  /** Only this organization's, in these states; null: everybody's open ones, of organizations that take part. */
  readonly own: { readonly organizationId: string; readonly states: readonly OpportunityState[] } | null;
  /** Null: whoever offers it. */
  readonly organizationIds: readonly string[] | null;
  readonly themes: readonly string[];
  readonly collaboration: readonly string[];
  readonly markets: readonly string[];
  readonly language: readonly string[];
}

/** Place in a list: the key of its order, then the id. */
export type OpportunityPlace = readonly [key: string, id: string];

export interface Counted {
  readonly value: string;
  readonly count: number;
}

/** An opportunity in a list, with its place. */
export type ListedOpportunity = Opportunity & { readonly listKey: string };

/** SQL of lists of opportunities. */
@Injectable()
export class OpportunityListRepository {
  async slice(
    reads: Reads,
    filter: OpportunityFilter,
    sort: OpportunitySort,
    after: OpportunityPlace | undefined,
    limit: number,
  ): Promise<ListedOpportunity[]> {
    const { key, isRising } = ORDERS[sort];
    const text = `
      ${SELECT.replace('select', `select ${key} as "listKey",`)} where ${whereOf(filter)}
      and ($8::text is null or (${key}, o.id) ${isRising ? '>' : '<'} ($8, $9::uuid))
      order by ${key} ${isRising ? 'asc' : 'desc'}, o.id ${isRising ? 'asc' : 'desc'} limit $10`;
    const values = [...filterValues(filter), after?.[0] ?? null, after?.[1] ?? null, limit];
    const rows = await reads.rows<OpportunityRow & { listKey: string }>(text, values);
    return rows.map(({ listKey, ...row }) => ({ ...toOpportunity(row), listKey }));
  }

  /** How many `filter` holds, counted up to `cap`. */
  async count(reads: Reads, filter: OpportunityFilter, cap: number): Promise<number> {
    const text = `select count(*)::int as total from (
      select from opportunity o where ${whereOf(filter)} limit $8) counted`;
    return (await reads.row<{ total: number }>(text, [...filterValues(filter), cap]))?.total ?? 0;
  }

  /** How many open ones each value of a facet has, most first. */
  async facet(reads: Reads, filter: OpportunityFilter, facet: CodeFacet): Promise<Counted[]> {
    const free = { ...filter, [facet]: [] };
    const value = facet === 'language' ? 'o.language' : `unnest(o.${facet})`;
    return this.counted(reads, free, value);
  }

  /** How many open ones each organization has under the filters, whoever offers them. */
  async byOrganization(reads: Reads, filter: OpportunityFilter): Promise<Counted[]> {
    return this.counted(reads, { ...filter, organizationIds: null }, 'o.organization_id::text');
  }

  /** How many an organization has in each state. */
  async states(
    reads: Reads,
    organizationId: string,
  ): Promise<{ state: OpportunityState; count: number }[]> {
    return reads.rows(STATES, [organizationId]);
  }

  /** What waits for its own people, most urgent first. */
  async waiting(reads: Reads, organizationId: string, limit: number): Promise<Opportunity[]> {
    return (await reads.rows<OpportunityRow>(WAITING, [organizationId, limit])).map(toOpportunity);
  }

  /** What waits for the secretariat, oldest first. */
  async toLookAt(
    reads: Reads,
    after: OpportunityPlace | undefined,
    limit: number,
  ): Promise<ListedOpportunity[]> {
    const values = [after?.[0] ?? null, after?.[1] ?? null, limit];
    const rows = await reads.rows<OpportunityRow & { listKey: string }>(TO_LOOK_AT, values);
    return rows.map(({ listKey, ...row }) => ({ ...toOpportunity(row), listKey }));
  }

  private async counted(reads: Reads, filter: OpportunityFilter, value: string): Promise<Counted[]> {
    const text = `select value, count(*)::int as count from (
        select ${value} as value from opportunity o where ${whereOf(filter)}) as found
      group by value order by count desc, value`;
    return reads.rows(text, filterValues(filter));
  }
}

const SELECT = selectOpportunity(RENEWAL_DAYS);

/** Keys as texts that sort like what they stand for; what has no end comes last. */
const moment = (value: string): string =>
  `coalesce(to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), '9999')`;
const ORDERS: Readonly<Record<OpportunitySort, { key: string; isRising: boolean }>> = {
  newest: { key: moment('o.listed_at'), isRising: false },
  deadline: { key: `coalesce(o.deadline::text, '9999')`, isRising: true },
  ending: { key: moment(ENDS_AT), isRising: true },
};

/** Own lists use `$6` and `$7`; open ones only show that they are unused. */
function whereOf({ own }: OpportunityFilter): string {
  const asked = `($1::uuid[] is null or o.organization_id = any($1))
    and (cardinality($2::text[]) = 0 or o.themes && $2)
    and (cardinality($3::text[]) = 0 or o.collaboration && $3)
    and (cardinality($4::text[]) = 0 or o.markets && $4)
    and (cardinality($5::text[]) = 0 or o.language = any($5))`;
  return own
    ? `${asked} and o.organization_id = $6::uuid and o.state = any($7::text[])`
    : `${asked} and $6::uuid is null and $7::text[] is null and ${IS_OPEN} and ${IS_OFFERED}`;
}

function filterValues(filter: OpportunityFilter): Parameter[] {
  const { organizationIds, themes, collaboration, markets, language, own } = filter;
  return [
    ...[organizationIds, themes, collaboration, markets, language],
    own?.organizationId ?? null,
    own?.states ?? null,
  ];
}

const STATES = `
  select state, count(*)::int as count from opportunity where organization_id = $1 group by state`;

/** Held by the secretariat, sent back by it, about to end and renewable, or filled and nobody said with what outcome. */
const WAITING = `
  ${SELECT}
  where o.organization_id = $1 and (
    (o.state = 'paused' and o.held_at is not null and o.look_asked_at is null)
    or (o.state = 'draft' and exists (
      select from opportunity_step s where s.opportunity_id = o.id and s.verb = 'return'))
    or (o.state in ('published', 'paused') and ${ENDS_AT} < now() + interval '${RENEWAL_DAYS} days')
    or (o.state = 'filled' and o.outcome is null
      and o.state_since < now() - interval '${OUTCOME_DAYS} days'))
  order by o.held_at nulls last, ${ENDS_AT} nulls last, o.id limit $2`;

const LOOK_SINCE = moment('coalesce(o.look_asked_at, o.state_since)');
const TO_LOOK_AT = `
  ${SELECT.replace('select', `select ${LOOK_SINCE} as "listKey",`)}
  where (o.state = 'review' or (o.state = 'paused' and o.held_at is not null and o.look_asked_at is not null))
    and ($1::text is null or (${LOOK_SINCE}, o.id) > ($1, $2::uuid))
  order by ${LOOK_SINCE}, o.id limit $3`;
