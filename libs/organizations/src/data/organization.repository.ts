import { Injectable } from '@nestjs/common';
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
    const { where, values } = condition(filter, after ?? FIRST);
    return reads.rows<CardRow>(
      `select ${CARD}, o.name_folded as "nameFolded" ${FROM} where ${where}
       order by o.name_folded, o.id limit $${values.length + 1}`,
      [...values, limit],
    );
  }

  /** How many match, counted up to `cap`. */
  async count(reads: Reads, filter: ListFilter, cap: number): Promise<number> {
    const { where, values } = condition(filter, FIRST);
    const row = await reads.row<{ count: number }>(
      `select count(*)::int as count from (
         select 1 from organization o where ${where} limit $${values.length + 1}
       ) counted`,
      [...values, cap],
    );
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

  async lock(tx: Transaction, id: string): Promise<{ version: number; slug: string } | undefined> {
    return tx.row('select version, slug from organization where id = $1 for update', [id]);
  }

  /** Answers false when the slug is taken. */
  async insert(tx: Transaction, id: string, record: OrganizationRecord): Promise<boolean> {
    return (await tx.execute(INSERT, [id, ...recordValues(record)])) === 1;
  }

  /** Brings a known organization to the state of `record`, by slug; answers its new version, or nothing when it is so already. */
  async bringUpToDate(
    tx: Transaction,
    record: OrganizationRecord,
  ): Promise<{ id: string; version: number } | undefined> {
    return tx.row(BRING_UP_TO_DATE, recordValues(record));
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

/** One of eight texts; every value is a parameter. */
function condition(filter: ListFilter, after: ListKey): { where: string; values: unknown[] } {
  const values: unknown[] = [...after];
  const parts = [`(o.name_folded, o.id) > ($1, $2::uuid)`, `o.state <> 'suspended'`];
  const add = (value: unknown, part: (parameter: string) => string) => {
    values.push(value);
    parts.push(part(`$${values.length}`));
  };
  if (filter.kinds) add(filter.kinds, (p) => `o.kind = any(${p}::text[])`);
  if (filter.countries) add(filter.countries, (p) => `o.country = any(${p}::text[])`);
  if (filter.nameKey !== undefined) {
    add(
      filter.nameKey,
      (p) =>
        `exists (select 1 from organization_alias a
          where a.organization_id = o.id and a.folded like '%' || ${p}::text || '%')`,
    );
  }
  return { where: parts.join(' and '), values };
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

const RECORD_COLUMNS = `slug, kind, name, name_folded, name_local, country, city_id, admin_region, lat, lon,
  population_approx, languages, tpo_membership, certainty, membership_source, membership_note, fictional, demo, state`;

const CARD = `o.id, o.slug, o.name, o.name_local as "nameLocal", o.kind, o.country, c.name as city,
  o.city_id as "cityId", o.state, o.tpo_membership as "tpoMembership", o.fictional, o.demo`;

const FROM = 'from organization o left join organization c on c.id = o.city_id';

const CARDS = `select ${CARD} ${FROM} where o.id = any($1::uuid[])`;

const BY_ID = `
  select ${CARD}, o.languages, o.admin_region as "adminRegion", o.lat, o.lon,
    o.population_approx as "populationApprox", o.certainty, o.membership_source as "membershipSource",
    o.membership_note as "membershipNote", o.version, o.created_at as "createdAt", o.updated_at as "updatedAt",
    (select count(*)::int from membership m where m.organization_id = o.id) as "memberCount"
  ${FROM} where o.id = $1 and o.state <> 'suspended'`;

const BY_SLUGS = 'select slug, id from organization where slug = any($1::text[])';

const INSERT = `
  insert into organization (id, ${RECORD_COLUMNS})
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
  on conflict (slug) do nothing`;

const BRING_UP_TO_DATE = `
  update organization o set (${RECORD_COLUMNS}) = row (n.*), version = o.version + 1, updated_at = now()
  from (select $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::uuid, $8::text,
    $9::double precision, $10::double precision, $11::int, $12::text[], $13::text, $14::text, $15::text, $16::text,
    $17::boolean, $18::boolean, $19::text) as n (${RECORD_COLUMNS})
  where o.slug = $1 and row (${RECORD_COLUMNS.replace(/\w+/g, 'o.$&')}) is distinct from row (n.*)
  returning o.id, o.version`;

const CHANGE = `
  update organization set
    name = coalesce($2, name), name_folded = coalesce($3, name_folded),
    name_local = case when $4 then $5 else name_local end,
    admin_region = case when $6 then $7 else admin_region end,
    languages = coalesce($8, languages), version = version + 1, updated_at = now()
  where id = $1 returning version`;
