import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { EntryCard, EntryText, EntryType } from '../domain/entry.js';
import type { EntrySet } from '../domain/entry-set.js';
import type { LexemeQuery } from '../domain/lexemes.js';

export const SORTS = ['relevance', 'name', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

/** Why an entry was found, best first; the order of results. */
export const RANKS = [
  'name',
  'alias',
  'beginning',
  'named',
  'written',
  'declared',
  'told',
  'text',
  'related',
] as const;

/** A hit in its place: what the next page begins after. */
export interface Hit {
  readonly id: string;
  readonly ord: number;
  readonly standing: number;
  readonly nameFolded: string;
  /** RFC 3339 with milliseconds. */
  readonly listedAt: string;
}

/** Standing, folded name, id; or name and id; or time and id: as the sort needs. */
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

/** Reads of the index: named statements, few of them, with every wish in a parameter. */
@Injectable()
export class SearchRepository {
  /**
   * The first of a set after a place. Of few, all are looked up and put in order; of many, the order is read along
   * its index until enough of them have come by.
   */
  async inOrder(
    reads: Reads,
    among: EntrySet,
    sort: Sort,
    after: Place | undefined,
    limit: number,
  ): Promise<Hit[]> {
    const begin = after ?? FIRST[sort];
    if (among.size <= FEW) return reads.rows<Hit>(PUT_IN_ORDER[sort], [among.ords(), ...begin, limit]);
    const { bytes, length } = among.bits;
    return reads.rows<Hit>(WALK[sort], [bytes, length, ...begin, limit]);
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

/** So many rows are looked up one by one sooner than the order is read past all others. */
const FEW = 1000;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** Before the first row of each order. */
const FIRST: Readonly<Record<Sort, Place>> = {
  relevance: [-1, '', FIRST_ID],
  name: ['', FIRST_ID],
  newest: ['infinity', LAST_ID],
};

const HIT = `e.id, e.ord, e.standing, e.name_folded as "nameFolded"`;
const LISTED_AT = `to_char(e.listed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "listedAt"`;

/** An order and where in it to begin; `first` is the number of its first parameter. */
const ORDERS: Readonly<Record<Sort, { columns: string; after: (first: number) => string; order: string }>> = {
  relevance: {
    columns: `${HIT}, '' as "listedAt"`,
    after: (first) =>
      `(e.standing, e.name_folded, e.id) > ($${first}::int, $${first + 1}::text, $${first + 2}::uuid)`,
    order: 'e.standing, e.name_folded, e.id',
  },
  name: {
    columns: `e.id, e.ord, 0 as standing, e.name_folded as "nameFolded", '' as "listedAt"`,
    after: (first) => `(e.name_folded, e.id) > ($${first}::text, $${first + 1}::uuid)`,
    order: 'e.name_folded, e.id',
  },
  newest: {
    columns: `e.id, e.ord, 0 as standing, '' as "nameFolded", ${LISTED_AT}`,
    after: (first) => `(e.listed_at, e.id) < ($${first}::timestamptz, $${first + 1}::uuid)`,
    order: 'e.listed_at desc, e.id desc',
  },
};

const bySort = (statement: (sort: Sort) => string): Readonly<Record<Sort, string>> => ({
  relevance: statement('relevance'),
  name: statement('name'),
  newest: statement('newest'),
});

const PUT_IN_ORDER = bySort((sort) => {
  const { columns, after, order } = ORDERS[sort];
  return `
    select ${columns} from directory_entry e
    where e.ord = any($1::int[]) and e.visible and ${after(2)} order by ${order} limit $${FIRST[sort].length + 2}`;
});

/** An entry that came after the bits were read has none. */
const WALK = bySort((sort) => {
  const { columns, after, order } = ORDERS[sort];
  return `
    select ${columns} from directory_entry e
    where e.visible and case when e.ord < $2::int then get_bit($1::bytea, e.ord) = 1 else false end and ${after(3)}
    order by ${order} limit $${FIRST[sort].length + 3}`;
});

const ENTRIES = `
  select id, type, organization_id as "organizationId", country, lat, lon, closes_on::text as "closesOn", concepts,
    place_id as "placeId", card, texts
  from directory_entry
  where id = any($1::uuid[]) and visible
    and (closes_on is null or closes_on >= (now() at time zone 'UTC')::date)`;

const BEGINNING = `
  with exact as materialized (select ord from directory_lexeme where lexemes @@ $1::tsquery)
  select e.id from directory_lexeme l join directory_entry e using (ord) where l.lexemes @@ $2::tsquery
  order by e.ord not in (select ord from exact), standing, not facets && array['kind:city'],
    char_length(name_folded), name_folded, id limit $3`;

const WORDS_NEAR = `select word from directory_word where cuts && $1::text[] order by word limit $2`;
const FINDING = `
  select exists (select 1 from directory_lexeme l where l.lexemes @@ q.text::tsquery) as finds
  from unnest($1::text[]) with ordinality as q (text, at) order by q.at`;
