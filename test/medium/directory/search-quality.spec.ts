import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DemoModule, LoadDemo } from '#libs/demo';
import { DirectoryModule, DirectorySearch, RebuildDirectory } from '#libs/directory';
import { systemActor } from '#libs/kernel';
import { SetOrganizationState } from '#libs/organizations';
import { AuthModule } from '#libs/platform/auth';
import { ConfigModule } from '#libs/platform/config';
import { DatabaseModule, newId, UnitOfWork } from '#libs/platform/database';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

const SETS = ['dev', 'aside', 'unseen', 'fresh'] as const;

interface GoldQuery {
  readonly q: string;
  readonly language: string;
  readonly set: (typeof SETS)[number];
  /** Titles; one of them must be among the first three. */
  readonly expect: readonly string[];
  readonly why: string;
  readonly filters?: Readonly<Record<string, readonly string[]>>;
}

const FIRST = 3;
const SUCCESS = 0.95;

const { queries } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../gold/search-queries.json'), 'utf8'),
) as { queries: GoldQuery[] };

let database: TestDatabase;
let app: INestApplicationContext;
/** What the first three were, by query. */
const found = new Map<GoldQuery, string[]>();

beforeAll(async () => {
  database = await testDatabase();
  const config = database.config();
  @Module({
    imports: [ConfigModule.with(config), DatabaseModule, AuthModule, DemoModule, DirectoryModule],
  })
  class QualityModule {}
  app = await NestFactory.createApplicationContext(QualityModule, { logger: ['error', 'warn'] });
  await app.get(LoadDemo).execute(config);
  await activateCandidates();
  await app.get(RebuildDirectory).execute();
  for (const query of queries) {
    const wish = { q: query.q, filters: query.filters ?? {} };
    const { items } = await app.get(DirectorySearch).page(wish, { sort: 'relevance', limit: FIRST });
    found.set(
      query,
      items.map(({ title }) => title),
    );
  }
}, 180_000);

afterAll(async () => {
  await app?.close();
  await database?.drop();
});

/** The founding documents misspell cities that have not joined: as members they must be found all the same. */
async function activateCandidates(): Promise<void> {
  const candidates = await database.query<{ id: string }>(
    `select id from organization where state = 'candidate'`,
  );
  for (const { id } of candidates) {
    await app
      .get(UnitOfWork)
      .run(systemActor(newId()), (tx) => app.get(SetOrganizationState).execute(tx, id, 'activate'));
  }
}

const isHit = (query: GoldQuery): boolean =>
  query.expect.some((title) => found.get(query)?.includes(title) ?? false);

/** What was missed, in words, so that a failure says what to look at. */
const misses = (asked: readonly GoldQuery[]): string[] =>
  asked
    .filter((query) => !isHit(query))
    .map(
      (query) =>
        `${query.set}: "${query.q}" ${JSON.stringify(query.filters ?? {})} (${query.why}): ` +
        `expected ${query.expect.join(' or ')}, found ${found.get(query)?.join(', ') ?? 'nothing'}`,
    );

describe('the gold queries', () => {
  it('are at least sixty, in ten languages, each once', () => {
    expect(queries.length).toBeGreaterThanOrEqual(60);
    expect(new Set(queries.map(({ language }) => language)).size).toBe(10);
    expect(
      new Set(queries.map(({ q, language, filters }) => JSON.stringify([q, language, filters]))).size,
    ).toBe(queries.length);
  });

  it.each(SETS)('find what is expected among the first three (%s)', (set) => {
    const asked = queries.filter((query) => query.set === set);
    const success = asked.filter(isHit).length / asked.length;
    if (success < SUCCESS) throw new Error([`success@3 is ${success}`, ...misses(asked)].join('\n'));
  });

  it('find every city by every spelling of the founding documents', () => {
    const spelled = queries.filter(({ why }) => why.startsWith('as the founding documents'));
    expect(spelled.length).toBeGreaterThanOrEqual(15);
    expect(misses(spelled)).toEqual([]);
  });
});
