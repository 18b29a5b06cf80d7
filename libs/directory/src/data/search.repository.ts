import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import { type EntryCard, type EntryText, type EntryType, FILTER_FIELDS, facetToken, type Filters } from '../domain/entry.js';
import type { LexemeQuery } from '../domain/lexemes.js';

/** What a search asks the index; see `QueryReader`. */
export interface Sought {
  readonly found: LexemeQuery;
  readonly exactName: LexemeQuery;
  readonly exactAlias: LexemeQuery;
  readonly beginning: LexemeQuery;
  readonly named: LexemeQuery;
  readonly concepts: readonly string[];
  readonly related: readonly string[];
  readonly places: readonly string[];
}

export const SORTS = ['relevance', 'name', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

/** Why an entry was found, best first; the order of results. */
export const RANKS = ['name', 'alias', 'beginning', 'named', 'declared', 'told', 'text', 'related'] as const;

/** A hit in its place: what the next page begins after. */
export interface Hit {
  readonly id: string;
  /** Index into {@link RANKS}. */
  readonly rank: number;
  readonly standing: number;
  readonly nameFolded: string;
  /** RFC 3339 with milliseconds. */
  readonly listedAt: string;
}

/** Rank, standing, folded name, id; or name and id; or time and id: as the sort needs. */
export type Place = readonly (string | number)[];

export interface FoundEntry {
  readonly id: string;
  readonly type: EntryType;
  readonly organizationId: string;
  readonly country: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly closesOn: string | null;
  readonly concepts: string[];
  readonly placeId: string | null;
  readonly card: EntryCard;
  readonly texts: EntryText[];
}

export interface FacetCount {
  readonly token: string;
  readonly count: number;
}

/** Reads of the index: named statements, few of them, with every wish in a parameter. */
@Injectable()
export class SearchRepository {
  /** Hits of a query, best first, after a place. */
  async hits(reads: Reads, sought: Sought, sort: Sort, after: Place | undefined, limit: number): Promise<Hit[]> {
    return reads.rows<Hit>(HITS[sort], [...soughtValues(sought), ...afterValues(sort, after), limit]);
  }

  /** The directory in one of its orders, without a query; read along an index. */
  async walk(
    reads: Reads,
    filters: Filters,
    sort: Sort,
    after: Place | undefined,
    limit: number,
  ): Promise<Hit[]> {
    return reads.rows<Hit>(WALKS[sort], [...filterValues(filters), ...walkValues(sort, after), limit]);
  }

  /** How many visible entries have one value of each filtered field. */
  async countFiltered(reads: Reads, filters: Filters): Promise<number> {
    const row = await reads.row<{ count: number }>(COUNT_FILTERED, wantedValues(filters));
    return row?.count ?? 0;
  }

  /**
   * How many entries have each value of each facet, among those a query finds (all, without one) that fit the
   * filters of the other fields; `total` counts those that fit all filters.
   */
  async counts(reads: Reads, found: LexemeQuery | undefined, filters: Filters): Promise<FacetCount[]> {
    const text = found === undefined ? COUNTS_OF_ALL : COUNTS_OF_FOUND;
    return reads.rows<FacetCount>(text, [...wantedValues(filters), ...(found === undefined ? [] : [found])]);
  }

  async entries(reads: Reads, ids: readonly string[]): Promise<Map<string, FoundEntry>> {
    const rows = await reads.rows<FoundEntry>(ENTRIES, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Names that are so or begin so, the shortest first. */
  async beginning(
    reads: Reads,
    exactly: LexemeQuery,
    beginning: LexemeQuery,
    limit: number,
  ): Promise<string[]> {
    return (await reads.rows<{ id: string }>(BEGINNING, [exactly, beginning, limit])).map(({ id }) => id);
  }

  /** Where the found entries are, the fullest places first. */
  async points(reads: Reads, found: LexemeQuery | undefined, limit: number): Promise<Point[]> {
    return found === undefined
      ? reads.rows<Point>(POINTS_OF_ALL, [limit])
      : reads.rows<Point>(POINTS_OF_FOUND, [found, limit]);
  }

  /** Words within reach of a misspelled one, to be compared letter by letter. */
  async wordsNear(reads: Reads, cuts: readonly string[], limit: number): Promise<string[]> {
    return (await reads.rows<{ word: string }>(WORDS_NEAR, [cuts, limit])).map(({ word }) => word);
  }

  /** Which of `queries` find anything. */
  async finding(reads: Reads, queries: readonly LexemeQuery[]): Promise<boolean[]> {
    const rows = await reads.rows<{ finds: boolean }>(FINDING, [queries]);
    return rows.map(({ finds }) => finds);
  }
}

/** A place on the map with how many entries are there. */
export interface Point {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly lat: number;
  readonly lon: number;
  readonly count: number;
}

const soughtValues = (sought: Sought): unknown[] => [
  sought.found,
  sought.exactName,
  sought.exactAlias,
  sought.beginning,
  sought.named,
  sought.concepts,
  sought.concepts.map((code) => `~${code}`),
  sought.related.flatMap((code) => [code, `~${code}`]),
  sought.places,
];
const SOUGHT = 9;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** Before the first row of each order. */
const FIRST: Readonly<Record<Sort, Place>> = {
  relevance: [-1, -1, '', FIRST_ID],
  name: ['', FIRST_ID],
  newest: ['infinity', LAST_ID],
};
const afterValues = (sort: Sort, after: Place | undefined): Place => after ?? FIRST[sort];
/** Without a query there is no rank. */
const walkValues = (sort: Sort, after: Place | undefined): Place =>
  sort === 'relevance' ? afterValues(sort, after).slice(1) : afterValues(sort, after);

const filterValues = (filters: Filters): unknown[] =>
  FILTER_FIELDS.map((field) => {
    const values = filters[field] ?? [];
    return values.length === 0 ? null : values.map((value) => facetToken(field, value));
  });

/** Every wanted value with its field. */
function wantedValues(filters: Filters): unknown[] {
  const wanted = FILTER_FIELDS.flatMap((field) =>
    (filters[field] ?? []).map((value) => ({ field, token: facetToken(field, value) })),
  );
  return [wanted.map(({ field }) => field), wanted.map(({ token }) => token)];
}

/**
 * Names are few, so their ranks are looked up apart; concepts stand in the row. What neither explains was found by
 * its text.
 */
const MATCHED = `
  with named as materialized (
    select ord, min(rank) as rank from (
      select ord, 0 as rank from directory_entry where lexemes @@ $2::tsquery
      union all select ord, 1 from directory_entry where lexemes @@ $3::tsquery
      union all select ord, 2 from directory_entry where lexemes @@ $4::tsquery
      union all select ord, 3 from directory_entry where lexemes @@ $5::tsquery
    ) hits group by ord
  ), matched as (
    select e.id, e.standing, e.name_folded, e.listed_at, coalesce(n.rank,
      case when e.concepts && $6::text[] then 4
           when e.concepts && $7::text[] or e.place_id = any($9::uuid[]) then 5
           when e.concepts && $8::text[] then 7
           else 6 end) as rank
    from directory_entry e left join named n using (ord)
    where e.lexemes @@ $1::tsquery
  )`;

const HIT = `id, rank, standing, name_folded as "nameFolded",
  to_char(listed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "listedAt"`;

const HITS: Readonly<Record<Sort, string>> = {
  relevance: `${MATCHED}
    select ${HIT} from matched
    where (rank, standing, name_folded, id) > ($${SOUGHT + 1}::int, $${SOUGHT + 2}::int, $${SOUGHT + 3}::text, $${SOUGHT + 4}::uuid)
    order by rank, standing, name_folded, id limit $${SOUGHT + 5}`,
  name: `${MATCHED}
    select ${HIT} from matched where (name_folded, id) > ($${SOUGHT + 1}::text, $${SOUGHT + 2}::uuid)
    order by name_folded, id limit $${SOUGHT + 3}`,
  newest: `${MATCHED}
    select ${HIT} from matched where (listed_at, id) < ($${SOUGHT + 1}::timestamptz, $${SOUGHT + 2}::uuid)
    order by listed_at desc, id desc limit $${SOUGHT + 3}`,
};

const WANTED = FILTER_FIELDS.length;
const FITS = FILTER_FIELDS.map((_, at) => `($${at + 1}::text[] is null or facets && $${at + 1})`).join(' and ');
const WALK = `select ${HIT.replace('rank', '6 as rank')} from directory_entry where visible and ${FITS}`;

const WALKS: Readonly<Record<Sort, string>> = {
  relevance: `${WALK}
    and (standing, name_folded, id) > ($${WANTED + 1}::int, $${WANTED + 2}::text, $${WANTED + 3}::uuid)
    order by standing, name_folded, id limit $${WANTED + 4}`,
  name: `${WALK} and (name_folded, id) > ($${WANTED + 1}::text, $${WANTED + 2}::uuid)
    order by name_folded, id limit $${WANTED + 3}`,
  newest: `${WALK} and (listed_at, id) < ($${WANTED + 1}::timestamptz, $${WANTED + 2}::uuid)
    order by listed_at desc, id desc limit $${WANTED + 3}`,
};

/** Per block and filtered field, who has one of the wanted values. */
const PICKED = `
  wanted as (select * from unnest($1::text[], $2::text[]) as w (field, token)),
  picked as materialized (
    select b.block, w.field, bit_or(b.members) as members
    from wanted w join directory_block b using (token) group by b.block, w.field
  )`;

const COUNT_FILTERED = `
  with ${PICKED}
  select coalesce(sum(bit_count(members)), 0)::int as count from (
    select bit_and(members) as members from picked group by block
    having count(*) = (select count(distinct field) from wanted)
  ) fitting`;

/** `scopes`: each filtered field without its own filter, and '' with all of them. */
const counting = (found: string): string => `
  with ${PICKED},
  found as materialized (${found}),
  scopes as (select '' as scope union select distinct field from wanted),
  bases as materialized (
    select s.scope, f.block, coalesce(bit_and(p.members) & f.members, f.members) as members
    from scopes s cross join found f left join picked p on p.block = f.block and p.field <> s.scope
    group by s.scope, f.block, f.members
    having count(p.field) = (select count(distinct field) from wanted where field <> s.scope)
  )
  select 'total' as token, coalesce(sum(bit_count(members)), 0)::int as count from bases where scope = ''
  union all
  select token, count from (
    select b.token, sum(bit_count(b.members & base.members)) filter (where base.scope =
      case when split_part(b.token, ':', 1) = any($1::text[]) then split_part(b.token, ':', 1) else '' end
    )::int as count
    from directory_block b join bases base on base.block = b.block group by b.token
  ) counted where count > 0`;

const COUNTS_OF_ALL = counting(`select block, bit_or(members) as members from directory_block
  where token like 'scope:%' group by block`);

const COUNTS_OF_FOUND = counting(`
  select ord / 1024 as block, bit_or(set_bit(repeat('0', 1024)::bit(1024), ord % 1024, 1)) as members
  from directory_entry where lexemes @@ $3::tsquery group by ord / 1024`);

const ENTRIES = `
  select id, type, organization_id as "organizationId", country, lat, lon, closes_on::text as "closesOn", concepts,
    place_id as "placeId", card, texts
  from directory_entry
  where id = any($1::uuid[]) and visible
    and (closes_on is null or closes_on >= (now() at time zone 'UTC')::date)`;

const BEGINNING = `
  with exact as materialized (select id from directory_entry where lexemes @@ $1::tsquery)
  select id from directory_entry where lexemes @@ $2::tsquery
  order by id not in (select id from exact), standing, not facets && array['kind:city'],
    char_length(name_folded), name_folded, id limit $3`;

/** Names are read for the points alone, not for everything that is counted. */
const points = (where: string, limit: string): string => `
  with places as (
    select place_id, lat, lon, count(*)::int as count, min(ord) as one, min(place_name) as name
    from directory_entry where ${where} and lat is not null and type <> 'person'
    group by place_id, lat, lon order by count(*) desc, min(ord) limit ${limit}
  )
  select case when p.count = 1 then e.id else coalesce(p.place_id, e.id) end as id,
    case when p.count = 1 then e.card->>'title' else coalesce(p.name, e.card->>'title') end as name,
    case when p.count = 1 then e.card->>'kind' else 'city' end as kind, p.lat, p.lon, p.count
  from places p join directory_entry e on e.ord = p.one order by p.count desc, p.one`;

const POINTS_OF_ALL = points('visible', '$1');
const POINTS_OF_FOUND = points('lexemes @@ $1::tsquery', '$2');

const WORDS_NEAR = `select word from directory_word where cuts && $1::text[] order by word limit $2`;
const FINDING = `
  select exists (select 1 from directory_entry e where e.lexemes @@ q.text::tsquery) as finds
  from unnest($1::text[]) with ordinality as q (text, at) order by q.at`;
