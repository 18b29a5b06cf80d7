import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { ImportOrganizations, ListedOrganizationsReader } from '#libs/organizations';
import { UnitOfWork } from '#libs/platform/database';
import { describeOrganization } from '../../libs/directory/src/app/describe-entry.js';
import { SearchVocabulary } from '../../libs/directory/src/app/search-vocabulary.js';
import { EntryRepository } from '../../libs/directory/src/data/entry.repository.js';
import { cutsOf } from '../../libs/directory/src/domain/spelling.js';
import type { ThrowAwayDatabase } from '../setting/throw-away-database.js';
import { makeUp } from './made-up.js';

const ORGANIZATIONS = 50_000;
const AT_ONCE = 1_000;
const REQUEST = 'bench-directory';

export interface SeededDirectory {
  readonly entries: number;
  readonly words: number;
  readonly describedPerSecond: number;
}

/**
 * Fills an empty, migrated database: the real cities by the import, then made-up organizations described as the
 * product describes them, written in bulk, with the same texts in a plain table for the baselines.
 */
export async function seedDirectory(
  app: INestApplicationContext,
  database: ThrowAwayDatabase,
): Promise<SeededDirectory> {
  const cities = readFileSync(join(process.cwd(), 'data/member-cities.csv'), 'utf8');
  await app.get(ImportOrganizations).execute(systemActor(REQUEST), { cities });
  const listed = await app.get(ListedOrganizationsReader).after(undefined, ORGANIZATIONS);
  const places = listed.flatMap(({ id, name, kind, country, lat, lon }) =>
    kind === 'city' && lat !== null && lon !== null ? [{ id, name, country, lat, lon }] : [],
  );
  const vocabulary = await app.get(SearchVocabulary, { strict: false }).current();
  // Five million entries go into the index faster at once than one by one.
  const [index] = await database.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where indexname = 'ix_directory_lexeme_lexemes'`,
  );
  await database.query('drop index ix_directory_lexeme_lexemes');
  await database.query('create table plain (id uuid primary key, name text, country text, body text)');

  const words = new Set<string>();
  let rows: object[] = [];
  let describing = 0;
  let entries = 0;
  const flush = async (): Promise<void> => {
    await database.query(INSERT, [JSON.stringify(rows)]);
    rows = [];
  };
  const describe = async (
    made: Parameters<typeof describeOrganization>[0],
    profile?: Parameters<typeof describeOrganization>[1],
  ) => {
    const began = performance.now();
    const entry = describeOrganization(made, profile, vocabulary);
    describing += performance.now() - began;
    for (const word of entry.words) words.add(word);
    const body = [...entry.card.names, ...entry.texts.map(({ text }) => text)].join('\n');
    rows.push({ ...entry, body });
    entries += 1;
    if (rows.length >= AT_ONCE) await flush();
  };
  for (const city of listed) await describe(city);
  for (const { organization, profile } of makeUp(ORGANIZATIONS, places, vocabulary))
    await describe(organization, profile);
  await flush();
  await database.query(index?.indexdef ?? '');
  await database.query(INSERT_WORDS, [
    JSON.stringify([...words].map((word) => ({ word, cuts: cutsOf(word) }))),
  ]);
  const repository = app.get(EntryRepository, { strict: false });
  await app.get(UnitOfWork).run(systemActor(REQUEST), (tx) => repository.recount(tx));
  await database.query(BASELINES);
  await database.query('vacuum (analyze)');
  return { entries, words: words.size, describedPerSecond: Math.round((entries * 1000) / describing) };
}

const INSERT = `
  with made as (
    select * from jsonb_to_recordset($1::jsonb) as m (id uuid, type text, "organizationId" uuid, standing smallint,
      "nameFolded" text, "listedAt" timestamptz, country text, "placeId" uuid, "placeName" text,
      lat double precision, lon double precision, facets text[], concepts text[], lexemes text[], card jsonb,
      texts jsonb, body text)
  ), plain_rows as (
    insert into plain (id, name, country, body) select id, "nameFolded", country, body from made
  ), entries as (
  insert into directory_entry (id, type, organization_id, visible, seen_at, standing, name_folded, listed_at, country,
    place_id, place_name, lat, lon, facets, concepts, card, texts)
  select id, type, "organizationId", true, now(), standing, "nameFolded", "listedAt", country, "placeId",
    "placeName", lat, lon, facets, concepts, card, texts from made returning ord, id)
  insert into directory_lexeme (ord, lexemes)
  select ord, array_to_tsvector(lexemes) from entries join made using (id)`;

const INSERT_WORDS = `
  insert into directory_word (word, cuts)
  select word, cuts from jsonb_to_recordset($1::jsonb) as n (word text, cuts text[]) on conflict do nothing`;

const BASELINES = `
  create extension if not exists pg_trgm;
  create table trigrams as select * from plain;
  create index ix_trigrams_body on trigrams using gin (body gin_trgm_ops);
  create index ix_trigrams_name on trigrams (name, id);
  create index ix_plain_name on plain (name, id)`;
