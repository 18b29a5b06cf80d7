import { Injectable } from '@nestjs/common';
import type { OrganizationState, TpoMembership } from '#libs/contracts';
import type { Reads, Transaction } from '#libs/platform/database';
import { foldName } from '../domain/fold-name.js';
import type { Organization, OrganizationCard } from '../domain/organization.js';

/** What is written about an organization; absent fields take the column's default or null. */
export interface OrganizationRecord {
  readonly slug: string;
  readonly kind: string;
  readonly name: string;
  readonly nameLocal: string | null;
  readonly country: string;
  readonly cityId: string | null;
  readonly adminRegion: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly populationApprox: number | null;
  readonly languages: readonly string[];
  readonly tpoMembership: string;
  readonly certainty: string | null;
  readonly membershipSource: string | null;
  readonly membershipNote: string | null;
  readonly fictional: boolean;
  readonly demo: boolean;
  readonly state: string;
}

/** What owners may change; undefined leaves the column alone. */
export interface OrganizationChanges {
  readonly name?: string;
  readonly nameLocal?: string | null;
  readonly adminRegion?: string | null;
  readonly languages?: readonly string[];
}

export interface ListFilter {
  readonly kinds?: readonly string[];
  readonly countries?: readonly string[];
  /** A key of `nameKey`; part of one of the names. */
  readonly nameKey?: string;
}

/** Sort key of lists: folded name, then id. */
export type ListKey = readonly [nameFolded: string, id: string];

export type CardRow = OrganizationCard & { readonly nameFolded: string };

/** Reads are named SQL on the hot path; writes are few. */
@Injectable()
export class OrganizationRepository {
  async list(reads: Reads, filter: ListFilter, after: ListKey | undefined, limit: number): Promise<CardRow[]> {
    return reads.rows<CardRow>(listText(filter), [...(after ?? FIRST), limit, ...filterValues(filter)]);
  }

  /** How many match, counted up to `cap`. */
  async count(reads: Reads, filter: ListFilter, cap: number): Promise<number> {
    const row = await reads.row<{ count: number }>(countText(filter), [
      ...FIRST,
      cap,
      ...filterValues(filter),
    ]);
    return row?.count ?? 0;
  }

  async cards(reads: Reads, ids: readonly string[]): Promise<OrganizationCard[]> {
    return reads.rows<OrganizationCard>(CARDS, [ids]);
  }

  async byId(reads: Reads, id: string): Promise<Organization | undefined> {
    return reads.row<Organization>(BY_ID, [id]);
  }

  async idsBySlugs(reads: Reads, slugs: readonly string[]): Promise<Map<string, string>> {
    const rows = await reads.rows<{ slug: string; id: string }>(BY_SLUGS, [slugs]);
    return new Map(rows.map(({ slug, id }) => [slug, id]));
  }

  /** These as they are; until `tx` ends nobody suspends or closes them. In the order of ids, as mergers lock them. */
  async hold(tx: Transaction, ids: readonly string[]): Promise<Pick<OrganizationCard, 'id' | 'state'>[]> {
    return tx.rows(HOLD, [ids]);
  }

  async lock(tx: Transaction, id: string): Promise<{ version: number; slug: string } | undefined> {
    return tx.row('select version, slug from organization where id = $1 for update', [id]);
  }

  /** Answers false when the slug is taken. */
  async insert(tx: Transaction, id: string, record: OrganizationRecord): Promise<boolean> {
    return (await tx.execute(INSERT, [id, ...recordValues(record)])) === 1;
  }

  /**
   * Brings organizations to the state of their records, found by slug, in one statement; those without a row
   * get one with the record's id. Answers only the rows that were added or changed.
   */
  async bringUpToDate(
    tx: Transaction,
    records: readonly (OrganizationRecord & { readonly id: string })[],
  ): Promise<{ id: string; slug: string; version: number }[]> {
    const rows = records.map((record) =>
      Object.fromEntries([
        ['id', record.id],
        ...RECORD_COLUMNS.map((column, index) => [column, recordValues(record)[index]] as const),
      ]),
    );
    return tx.rows(BRING_UP_TO_DATE, [JSON.stringify(rows)]);
  }

  /** Answers the new version. */
  async setState(
    tx: Transaction,
    id: string,
    state: OrganizationState,
    because: string | null,
  ): Promise<number> {
    return (await tx.row<{ version: number }>(SET_STATE, [id, state, because]))?.version ?? 0;
  }

  async setTpoMembership(tx: Transaction, id: string, membership: TpoMembership): Promise<void> {
    await tx.execute(SET_TPO_MEMBERSHIP, [id, membership]);
  }

  async change(tx: Transaction, id: string, changes: OrganizationChanges): Promise<number> {
    const row = await tx.row<{ version: number }>(CHANGE, [
      id,
      changes.name ?? null,
      changes.name === undefined ? null : sortName(changes.name),
      changes.nameLocal !== undefined,
      changes.nameLocal ?? null,
      changes.adminRegion !== undefined,
      changes.adminRegion ?? null,
      changes.languages ?? null,
    ]);
    return row?.version ?? 0;
  }
}

/** Never empty, so that every name comes after {@link FIRST}. */
const sortName = (name: string): string => foldName(name) || name;

const FIRST: ListKey = ['', '00000000-0000-0000-0000-000000000000'];

/** A parameter for each filter there is; a single wanted value stands alone (see {@link condition}). */
function filterValues({ kinds, countries, nameKey }: ListFilter): unknown[] {
  const values: unknown[] = [];
  if (kinds) values.push(kinds.length === 1 ? kinds[0] : kinds);
  if (countries) values.push(countries.length === 1 ? countries[0] : countries);
  if (nameKey !== undefined) values.push(nameKey);
  return values;
}

/**
 * After `$1, $2`, at most `$3`, then the filters. Equality with a single value lets PostgreSQL walk an index that
 * begins with the column and ends with the order of the list; with a list of values it would read every name.
 */
function condition({ kinds, countries, nameKey }: ListFilter): string {
  const parts = [`(o.name_folded, o.id) > ($1, $2::uuid)`, `o.state in ('active', 'candidate')`];
  let parameter = 3;
  const next = (): string => `$${(parameter += 1)}`;
  const among = (column: string, values: readonly string[]): string =>
    values.length === 1 ? `${column} = ${next()}` : `${column} = any(${next()}::text[])`;
  if (kinds) parts.push(among('o.kind', kinds));
  if (countries) parts.push(among('o.country', countries));
  if (nameKey !== undefined) {
    parts.push(`exists (select 1 from organization_alias a
      where a.organization_id = o.id and a.folded like '%' || ${next()}::text || '%')`);
  }
  return parts.join(' and ');
}

/** One of eighteen texts for each purpose, made once. */
function textFor(make: (where: string) => string): (filter: ListFilter) => string {
  const texts = new Map<string, string>();
  const howMany = (values?: readonly string[]): string => (values ? (values.length === 1 ? '1' : 'n') : '0');
  return (filter) => {
    const shape = howMany(filter.kinds) + howMany(filter.countries) + String(filter.nameKey !== undefined);
    const text = texts.get(shape) ?? make(condition(filter));
    texts.set(shape, text);
    return text;
  };
}

const recordValues = (record: OrganizationRecord): unknown[] => [
  record.slug,
  record.kind,
  record.name,
  sortName(record.name),
  record.nameLocal,
  record.country,
  record.cityId,
  record.adminRegion,
  record.lat,
  record.lon,
  record.populationApprox,
  record.languages,
  record.tpoMembership,
  record.certainty,
  record.membershipSource,
  record.membershipNote,
  record.fictional,
  record.demo,
  record.state,
];

/** In the order of {@link recordValues}. */
const RECORD_TYPES = {
  slug: 'text',
  kind: 'text',
  name: 'text',
  name_folded: 'text',
  name_local: 'text',
  country: 'text',
  city_id: 'uuid',
  admin_region: 'text',
  lat: 'double precision',
  lon: 'double precision',
  population_approx: 'int',
  languages: 'text[]',
  tpo_membership: 'text',
  certainty: 'text',
  membership_source: 'text',
  membership_note: 'text',
  fictional: 'boolean',
  demo: 'boolean',
  state: 'text',
};
const RECORD_COLUMNS = Object.keys(RECORD_TYPES);
const columnsOf = (row: string): string => RECORD_COLUMNS.map((column) => `${row}.${column}`).join(', ');

const CARD = `o.id, o.slug, o.name, o.name_local as "nameLocal", o.kind, o.country, c.name as city,
  o.city_id as "cityId", o.state, o.tpo_membership as "tpoMembership", o.fictional, o.demo`;

const FROM = 'from organization o left join organization c on c.id = o.city_id';

const listText = textFor(
  (where) => `
  select ${CARD}, o.name_folded as "nameFolded" ${FROM} where ${where}
  order by o.name_folded, o.id limit $3`,
);

const countText = textFor(
  (where) => `
  select count(*)::int as count from (select 1 from organization o where ${where} limit $3) counted`,
);

const CARDS = `select ${CARD} ${FROM} where o.id = any($1::uuid[])`;

const BY_ID = `
  select ${CARD}, o.languages, o.admin_region as "adminRegion", o.lat, o.lon,
    o.population_approx as "populationApprox", o.certainty, o.membership_source as "membershipSource",
    o.membership_note as "membershipNote", o.merged_into_id as "mergedIntoId",
    o.version, o.created_at as "createdAt", o.updated_at as "updatedAt",
    (select count(*)::int from membership m where m.organization_id = o.id) as "memberCount"
  ${FROM} where o.id = $1`;

const HOLD = 'select id, state from organization where id = any($1::uuid[]) order by id for share';
const BY_SLUGS = 'select slug, id from organization where slug = any($1::text[])';

const INSERT = `
  insert into organization (id, ${RECORD_COLUMNS.join(', ')})
  values ($1, ${RECORD_COLUMNS.map((_, index) => `$${index + 2}`).join(', ')})
  on conflict (slug) do nothing`;

const BRING_UP_TO_DATE = `
  insert into organization as o (id, ${RECORD_COLUMNS.join(', ')})
  select n.id, ${columnsOf('n')}
  from jsonb_to_recordset($1::jsonb)
    as n (id uuid, ${Object.entries(RECORD_TYPES)
      .map(([column, type]) => `${column} ${type}`)
      .join(', ')})
  on conflict (slug) do update
    set (${RECORD_COLUMNS.join(', ')}) = row (${columnsOf('excluded')}), version = o.version + 1, updated_at = now()
    where row (${columnsOf('o')}) is distinct from row (${columnsOf('excluded')}) and o.merged_into_id is null
  returning o.id, o.slug, o.version`;

const SET_TPO_MEMBERSHIP = `
  update organization set tpo_membership = $2, version = version + 1, updated_at = now() where id = $1`;

const SET_STATE = `
  update organization set state = $2,
    closed_because = case when $2 = 'closed' then $3 end, closed_at = case when $2 = 'closed' then now() end,
    version = version + 1, updated_at = now() where id = $1 returning version`;

const CHANGE = `
  update organization set
    name = coalesce($2, name), name_folded = coalesce($3, name_folded),
    name_local = case when $4 then $5 else name_local end,
    admin_region = case when $6 then $7 else admin_region end,
    languages = coalesce($8, languages), version = version + 1, updated_at = now()
  where id = $1 returning version`;
