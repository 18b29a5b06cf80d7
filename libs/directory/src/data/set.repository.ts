import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { FacetField } from '../domain/entry.js';
import { BLOCK, type Block, EntrySet, type SetPart } from '../domain/entry-set.js';
import type { LexemeQuery } from '../domain/lexemes.js';

/** Sets of entries by name; each the union of what its expressions find and of who has one of its tokens. */
export interface WantedSets {
  readonly expressions: readonly { readonly set: string; readonly query: LexemeQuery }[];
  readonly tokens: readonly { readonly set: string; readonly token: string }[];
}

/** Among whom the values of a field are counted; `field` undefined: of all fields that have no own. */
export interface CountingBase {
  readonly field?: FacetField;
  readonly among: EntrySet;
}

export interface ValueCount {
  readonly token: string;
  readonly count: number;
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

/** Reads of entries as sets of bits: what is asked for is gathered once, everything else is algebra. */
@Injectable()
export class SetRepository {
  /** The sets that have anybody in them. */
  async gather(reads: Reads, { expressions, tokens }: WantedSets): Promise<Map<string, EntrySet>> {
    const asked = expressions.filter(({ query }) => query !== '');
    const rows = await reads.rows<SetPart & { readonly set: string }>(GATHER, [
      asked.map(({ set }) => set),
      asked.map(({ query }) => query),
      tokens.map(({ set }) => set),
      tokens.map(({ token }) => token),
    ]);
    const names = new Set(rows.map(({ set }) => set));
    return new Map([...names].map((name) => [name, EntrySet.of(rows.filter(({ set }) => set === name))]));
  }

  /** How many of each base have each value of each facet. */
  async counts(reads: Reads, bases: readonly CountingBase[]): Promise<ValueCount[]> {
    const blocks = bases.flatMap(({ field = '', among }) => among.blocks().map((block) => ({ field, ...block })));
    const own = bases.flatMap(({ field }) => field ?? []);
    return reads.rows<ValueCount>(COUNTS, [...blockValues(blocks), blocks.map(({ field }) => field), own]);
  }

  /** Where they are, the fullest places first. */
  async points(reads: Reads, among: EntrySet, limit: number): Promise<Point[]> {
    return reads.rows<Point>(POINTS, [...blockValues(among.blocks()), limit]);
  }
}

const blockValues = (blocks: readonly Block[]): unknown[] => [
  blocks.map(({ block }) => block),
  blocks.map(({ digits }) => digits),
];

/** The found one by one: to send their numbers costs less than to lay bits for them. */
const GATHER = `
  select w.set, null::int as block, string_agg(int4send(l.ord), ''::bytea) as bytes
  from unnest($1::text[], $2::text[]) as w (set, query) join directory_lexeme l on l.lexemes @@ w.query::tsquery
  group by w.set
  union all
  select w.set, b.block, bit_send(bit_or(b.members))
  from unnest($3::text[], $4::text[]) as w (set, token) join directory_block b using (token)
  group by w.set, b.block`;

/** Counted block by block before anything is sorted or grouped, which would carry the bits along. */
const COUNTS = `
  with bases as materialized (
    select scope, block, digits::bit(${BLOCK}) as members
    from unnest($1::int[], $2::text[], $3::text[]) as b (block, digits, scope)
  ), counted as materialized (
    select f.token, bit_count(f.members & b.members)::int as count
    from directory_block f join bases b
      on b.block = f.block and b.scope = case when f.field = any($4::text[]) then f.field else '' end
    where f.field <> 'place'
  )
  select token, sum(count)::int as count from counted where count > 0 group by token`;

/** One entry is shown as itself, several as the city. */
const POINTS = `
  with bases as materialized (
    select block, digits::bit(${BLOCK}) as members from unnest($1::int[], $2::text[]) as b (block, digits)
  ), there as (
    select p.token, p.block, p.members & b.members as members
    from directory_block p join bases b using (block) where p.token like 'place:%'
  ), places as (
    select token, sum(bit_count(members))::int as count,
      min(block * ${BLOCK} + position(B'1' in members) - 1) filter (where bit_count(members) > 0) as one
    from there group by token having sum(bit_count(members)) > 0
    order by count desc, one limit $3
  )
  select case when p.count = 1 then e.id else coalesce(e.place_id, e.id) end as id,
    case when p.count = 1 then e.card->>'title' else coalesce(e.place_name, e.card->>'title') end as name,
    case when p.count = 1 then e.card->>'kind' else 'city' end as kind,
    case when p.count = 1 then e.lat else coalesce(c.lat, e.lat) end as lat,
    case when p.count = 1 then e.lon else coalesce(c.lon, e.lon) end as lon, p.count
  from places p join directory_entry e on e.ord = p.one left join directory_entry c on c.id = e.place_id
  where e.lat is not null order by p.count desc, p.one`;
