import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Parameter, Reads, Transaction } from '#libs/platform/database';
import { periodFrom } from '#libs/platform/fields';
import type { Opportunity, OpportunityContent, OpportunityState } from '../domain/opportunity.js';

/** Columns of an opportunity as they come from the database. */
type OpportunityRow = Omit<Opportunity, 'requirements' | 'period'> & {
  requiredLanguages: string[];
  requiredCertifications: string[];
  requiredMonths: number[];
  capacityMin: number | null;
  capacityMax: number | null;
  periodFrom: string | null;
  periodTo: string | null;
};

/** Which opportunities a list holds. An empty list of codes or ids asks nothing. */
export interface OpportunityFilter {
  /** Only this organization's, in these states; null: everybody's published ones, until their deadline. */
  readonly own: { readonly organizationId: string; readonly states: readonly OpportunityState[] } | null;
  readonly organizationIds: readonly string[];
  readonly themes: readonly string[];
  readonly collaboration: readonly string[];
  readonly markets: readonly string[];
}

/** Place in a list, newest first: RFC 3339 of `listedAt`, then the id. */
export type OpportunityPlace = readonly [listedAt: string, id: string];

/** SQL of opportunities. */
@Injectable()
export class OpportunityRepository {
  async find(reads: Reads, id: string): Promise<Opportunity | undefined> {
    const row = await reads.row<OpportunityRow>(`${SELECT} where o.id = $1`, [id]);
    return row && toOpportunity(row);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<Opportunity> {
    const opportunity = await this.find(tx, id);
    if (!opportunity) throw new Error('An opportunity vanished inside its transaction.');
    return opportunity;
  }

  async findMany(reads: Reads, ids: readonly string[]): Promise<Opportunity[]> {
    const rows = await reads.rows<OpportunityRow>(`${SELECT} where o.id = any($1::uuid[])`, [ids]);
    return rows.map(toOpportunity);
  }

  /** All of one organization become those of another; answers them. */
  async moveAll(
    tx: Transaction,
    fromId: string,
    intoId: string,
  ): Promise<Pick<Opportunity, 'id' | 'version' | 'state'>[]> {
    return tx.rows(MOVE_ALL, [fromId, intoId]);
  }

  /** Everything published whose deadline has not passed. */
  async open(reads: Reads): Promise<Opportunity[]> {
    return (await reads.rows<OpportunityRow>(`${SELECT} where ${IS_OPEN} order by o.id`)).map(toOpportunity);
  }

  /** The row, locked until the transaction ends; only the organization's own, so nobody can hold others' rows. */
  async lock(tx: Transaction, id: string, organizationId: string): Promise<Opportunity | undefined> {
    const row = await tx.row<OpportunityRow>(
      `${SELECT} where o.id = $1 and o.organization_id = $2 for update`,
      [id, organizationId],
    );
    return row && toOpportunity(row);
  }

  async slice(
    reads: Reads,
    filter: OpportunityFilter,
    after: OpportunityPlace | undefined,
    limit: number,
  ): Promise<Opportunity[]> {
    const rows = await reads.rows<OpportunityRow>(filter.own ? SLICE_OWN : SLICE_OPEN, [
      ...filterValues(filter),
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
    ]);
    return rows.map(toOpportunity);
  }

  /** How many `filter` holds, counted up to `cap`. */
  async count(reads: Reads, filter: OpportunityFilter, cap: number): Promise<number> {
    const text = filter.own ? COUNT_OWN : COUNT_OPEN;
    return (await reads.row<{ total: number }>(text, [...filterValues(filter), cap]))?.total ?? 0;
  }

  /** Today, by the clock that decides deadlines: a deadline lasts until its day is over in UTC. */
  async today(reads: Reads): Promise<string> {
    const row = await reads.row<{ today: string }>(`select ${TODAY}::text as today`);
    return row?.today ?? '';
  }

  async insert(
    tx: Transaction,
    opportunity: { id: string; organizationId: string; createdBy: string; content: OpportunityContent },
  ): Promise<void> {
    const { id, organizationId, createdBy, content } = opportunity;
    await tx.execute(INSERT, [id, organizationId, createdBy, ...contentValues(content)]);
  }

  /** Replaces the content of the version that was read. */
  async saveContent(tx: Transaction, current: Opportunity, content: OpportunityContent): Promise<void> {
    const values = [current.id, current.version, current.state, ...contentValues(content)];
    if ((await tx.execute(SAVE_CONTENT, values)) === 0) throw new StaleVersion(current.version);
  }

  /** Moves the version that was read to another state; publication gives it its place in lists. */
  async move(tx: Transaction, current: Opportunity, to: OpportunityState): Promise<void> {
    const values = [current.id, current.version, current.state, to];
    if ((await tx.execute(MOVE, values)) === 0) throw new StaleVersion(current.version);
  }
}

const MOVE_ALL = `
  update opportunity
  set organization_id = $2, version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where organization_id = $1 returning id, version, state`;

const TODAY = `(now() at time zone 'UTC')::date`;
const IS_OPEN = `o.state = 'published' and (o.deadline is null or o.deadline >= ${TODAY})`;

const SELECT = `
  select o.id, o.organization_id as "organizationId", o.created_by as "createdBy", o.state, o.version,
         o.language, o.title, o.text, o.collaboration, o.themes, o.markets,
         o.required_languages as "requiredLanguages", o.required_certifications as "requiredCertifications",
         o.required_months as "requiredMonths",
         o.capacity_min as "capacityMin", o.capacity_max as "capacityMax", o.deadline::text as deadline,
         o.period_from::text as "periodFrom", o.period_to::text as "periodTo",
         o.created_at as "createdAt", o.updated_at as "updatedAt", o.listed_at as "listedAt"
  from opportunity o`;

/** An empty array asks nothing; own lists use `$5` and `$6`, open ones only show that they are unused. */
const FILTERS = `(cardinality($1::uuid[]) = 0 or o.organization_id = any($1))
  and (cardinality($2::text[]) = 0 or o.themes && $2)
  and (cardinality($3::text[]) = 0 or o.collaboration && $3)
  and (cardinality($4::text[]) = 0 or o.markets && $4)`;
const OWN = `${FILTERS} and o.organization_id = $5::uuid and o.state = any($6::text[])`;
const OPEN = `${FILTERS} and $5::uuid is null and $6::text[] is null and ${IS_OPEN}`;
const AFTER = `and ($7::timestamptz is null or (o.listed_at, o.id) < ($7, $8::uuid))
  order by o.listed_at desc, o.id desc limit $9`;

const SLICE_OWN = `${SELECT} where ${OWN} ${AFTER}`;
const SLICE_OPEN = `${SELECT} where ${OPEN} ${AFTER}`;
const COUNT_OWN = `select count(*)::int as total from (select from opportunity o where ${OWN} limit $7) counted`;
const COUNT_OPEN = `select count(*)::int as total from (select from opportunity o where ${OPEN} limit $7) counted`;

const CONTENT_COLUMNS = `language, title, text, collaboration, themes, markets, required_languages,
  required_certifications, required_months, capacity_min, capacity_max, deadline, period_from, period_to`;
const CONTENT_PLACES = '$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17';

const INSERT = `
  insert into opportunity (id, organization_id, created_by, ${CONTENT_COLUMNS})
  values ($1, $2, $3, ${CONTENT_PLACES})`;

const SAVE_CONTENT = `
  update opportunity
  set (${CONTENT_COLUMNS}) = row(${CONTENT_PLACES}),
      version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;

const MOVE = `
  update opportunity
  set state = $4, listed_at = case when $4 = 'published' then now() else listed_at end,
      version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;

function filterValues(filter: OpportunityFilter): Parameter[] {
  return [
    filter.organizationIds,
    filter.themes,
    filter.collaboration,
    filter.markets,
    filter.own?.organizationId ?? null,
    filter.own?.states ?? null,
  ];
}

function contentValues(content: OpportunityContent): Parameter[] {
  const { requirements } = content;
  return [
    content.language,
    content.title,
    content.text,
    content.collaboration,
    content.themes,
    content.markets,
    requirements.languages,
    requirements.certifications,
    requirements.months,
    requirements.capacityMin,
    requirements.capacityMax,
    content.deadline,
    content.period?.from ?? null,
    content.period?.to ?? null,
  ];
}

function toOpportunity(row: OpportunityRow): Opportunity {
  const { requiredLanguages, requiredCertifications, requiredMonths, ...rest } = row;
  const { capacityMin, capacityMax, periodFrom: from, periodTo: to, ...opportunity } = rest;
  return {
    ...opportunity,
    requirements: {
      languages: requiredLanguages,
      certifications: requiredCertifications,
      months: requiredMonths,
      capacityMin,
      capacityMax,
    },
    period: periodFrom(from, to),
  };
}
