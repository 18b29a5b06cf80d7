import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { type DirectoryEntry, type EntryType, tokensOf } from '../domain/entry.js';
import { BLOCK } from '../domain/entry-set.js';
import { cutsOf } from '../domain/spelling.js';

/** A thing that an entry stands, or stood, for. */
export interface Source {
  readonly id: string;
  readonly type: EntryType;
  readonly organizationId: string;
}

/** What is known of one thing at one moment; `entry` undefined: it may not be seen. */
export interface Sighting extends Source {
  readonly entry: DirectoryEntry | undefined;
}

/** What an entry was before it was written. */
export interface Before {
  readonly ord: number;
  readonly facets: string[];
  readonly concepts: string[];
}

/** Writes of the projection. */
@Injectable()
export class EntryRepository {
  /** By the clock that tells sightings apart. */
  async clock(reads: Reads): Promise<string> {
    const row = await reads.row<{ now: string }>('select clock_timestamp()::text as now');
    return row?.now ?? '';
  }

  /** Makes sure there is a row and locks it; undefined when a newer sighting has been written. */
  async lock(tx: Transaction, { id, type, organizationId }: Sighting, seenAt: string): Promise<Before | undefined> {
    await tx.execute(ENSURE, [id, type, organizationId]);
    return tx.row<Before>(LOCK, [id, seenAt]);
  }

  async write(tx: Transaction, { ord }: Before, entry: DirectoryEntry, seenAt: string): Promise<void> {
    await tx.execute(WRITE, [entry.id, seenAt, ...valuesOf(entry)]);
    await tx.execute(WRITE_LEXEMES, [ord, entry.lexemes]);
  }

  /** Leaves nothing of an entry but that it was looked at. */
  async empty(tx: Transaction, { ord }: Before, id: string, seenAt: string): Promise<void> {
    await tx.execute('delete from directory_lexeme where ord = $1', [ord]);
    await tx.execute(EMPTY, [id, seenAt]);
  }

  /** Moves one entry's bits from what it had to what it has. */
  async count(tx: Transaction, before: Before, now: readonly string[]): Promise<void> {
    const { ord } = before;
    const had = tokensOf(before);
    const gone = had.filter((token) => !now.includes(token)).sort();
    const come = now.filter((token) => !had.includes(token)).sort();
    if (gone.length > 0) await tx.execute(CLEAR_BITS, [gone, ord]);
    if (come.length > 0) await tx.execute(SET_BITS, [come, ord]);
  }

  async keepWords(tx: Transaction, words: readonly string[]): Promise<void> {
    if (words.length === 0) return;
    const unknown = await tx.rows<{ word: string }>(UNKNOWN_WORDS, [words]);
    if (unknown.length === 0) return;
    const rows = unknown.map(({ word }) => ({ word, cuts: cutsOf(word) }));
    await tx.execute(INSERT_WORDS, [JSON.stringify(rows)]);
  }

  /** Something that stands, or stood, in the directory. */
  async known(reads: Reads, id: string): Promise<Source | undefined> {
    return reads.row<Source>(`${SOURCE} where id = $1`, [id]);
  }

  /** What stands, or stood, in the name of an organization, itself included. */
  async ofOrganization(reads: Reads, organizationId: string): Promise<Source[]> {
    return reads.rows<Source>(OF_ORGANIZATION, [organizationId]);
  }

  /** Visible entries whose last day is over in UTC. */
  async overdue(reads: Reads, limit: number): Promise<Source[]> {
    return reads.rows<Source>(OVERDUE, [limit]);
  }

  /** Visible entries that were last looked at before `seenAt`, in order of id. */
  async unseenSince(reads: Reads, seenAt: string, limit: number): Promise<Source[]> {
    return reads.rows<Source>(UNSEEN_SINCE, [seenAt, limit]);
  }

  /** Before a rebuild, which finds again the words that are still in use. */
  async forgetWords(tx: Transaction): Promise<void> {
    await tx.execute('delete from directory_word');
  }

  /** Makes the bitmaps anew from the entries. */
  async recount(tx: Transaction): Promise<void> {
    await tx.execute('lock table directory_entry in share row exclusive mode');
    await tx.execute('delete from directory_block');
    await tx.execute(RECOUNT);
  }
}

const COLUMNS = {
  standing: 'smallint',
  name_folded: 'text',
  listed_at: 'timestamptz',
  closes_on: 'date',
  country: 'text',
  place_id: 'uuid',
  place_name: 'text',
  lat: 'double precision',
  lon: 'double precision',
  facets: 'text[]',
  concepts: 'text[]',
  card: 'jsonb',
  texts: 'jsonb',
} as const;

function valuesOf(entry: DirectoryEntry): unknown[] {
  return [
    entry.organizationId,
    entry.standing,
    entry.nameFolded,
    entry.listedAt,
    entry.closesOn,
    entry.country,
    entry.placeId,
    entry.placeName,
    entry.lat,
    entry.lon,
    entry.facets,
    entry.concepts,
    JSON.stringify(entry.card),
    JSON.stringify(entry.texts),
  ];
}

const ENSURE = `
  insert into directory_entry (id, type, organization_id, seen_at) values ($1, $2, $3, '-infinity')
  on conflict (id) do nothing`;

const LOCK = `
  select ord, facets, concepts from directory_entry where id = $1 and seen_at < $2::timestamptz for update`;

const FIRST_VALUE = 4;
const WRITE = `
  update directory_entry set visible = true, seen_at = $2::timestamptz, organization_id = $3,
    ${Object.entries(COLUMNS)
      .map(([column, type], index) => `${column} = $${FIRST_VALUE + index}::${type}`)
      .join(', ')}
  where id = $1`;

const WRITE_LEXEMES = `
  insert into directory_lexeme as l (ord, lexemes) values ($1, array_to_tsvector($2::text[]))
  on conflict (ord) do update set lexemes = excluded.lexemes where l.lexemes <> excluded.lexemes`;

const EMPTY = `
  update directory_entry set visible = false, seen_at = $2::timestamptz, standing = 2, name_folded = '',
    closes_on = null, country = null, place_id = null, place_name = null, lat = null, lon = null, facets = '{}',
    concepts = '{}', card = null, texts = null
  where id = $1`;

/** Facets begin with the name of their field, the tokens of concepts with a sign. */
const FIELD = `case when token ~ '^[a-z]' then split_part(token, ':', 1) end`;

const CLEAR_BITS = `
  update directory_block b set members = set_bit(members, $2::int % ${BLOCK}, 0)
  from (select block, token from directory_block where token = any($1::text[]) and block = $2::int / ${BLOCK}
        order by token for update) locked
  where b.block = locked.block and b.token = locked.token`;

const SET_BITS = `
  insert into directory_block as b (block, token, field, members)
  select $2::int / ${BLOCK}, token, ${FIELD}, set_bit(0::bit(${BLOCK}), $2::int % ${BLOCK}, 1)
  from unnest($1::text[]) as token
  on conflict (token, block) do update set members = set_bit(b.members, $2::int % ${BLOCK}, 1)`;

const UNKNOWN_WORDS = `
  select word from unnest($1::text[]) as word
  where not exists (select 1 from directory_word known where known.word = word.word)`;

const INSERT_WORDS = `
  insert into directory_word (word, cuts)
  select word, cuts from jsonb_to_recordset($1::jsonb) as n (word text, cuts text[])
  order by word on conflict (word) do nothing`;

const SOURCE = `select id, type, organization_id as "organizationId" from directory_entry`;

const OF_ORGANIZATION = `${SOURCE} where organization_id = $1 order by id`;

const OVERDUE = `${SOURCE}
  where visible and closes_on < (now() at time zone 'UTC')::date order by id limit $1`;

const UNSEEN_SINCE = `${SOURCE}
  where visible and seen_at < $1::timestamptz order by id limit $2`;

/** Sixty-four entries at a time: an OR of numbers costs less than one of whole blocks. */
const RECOUNT = `
  insert into directory_block (block, token, field, members)
  select block, token, ${FIELD}, bit_or(bits::bit(64)::bit(${BLOCK}) >> (word * 64)) from (
    select ord / ${BLOCK} as block, ord % ${BLOCK} / 64 as word, token, bit_or(1::bigint << (63 - ord % 64)) as bits
    from directory_entry, lateral (
      select unnest(facets) union all
      select '#' || ltrim(code, '~') from unnest(concepts) as code union all
      select '+' || code from unnest(concepts) as code where code not like '~%'
    ) tokens (token)
    where visible group by 1, 2, 3
  ) words group by block, token`;
