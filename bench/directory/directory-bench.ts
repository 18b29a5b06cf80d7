import { randomBytes } from 'node:crypto';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { DirectoryModule } from '#libs/directory';
import { AuthModule } from '#libs/platform/auth';
import { ConfigModule, loadConfig } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import { basesOf } from '../../libs/directory/src/app/directory-search.js';
import { FoundReader } from '../../libs/directory/src/app/found.reader.js';
import { HitsReader, placeOf, type RankedHit } from '../../libs/directory/src/app/hits.reader.js';
import { QueryReader } from '../../libs/directory/src/app/query.reader.js';
import { SearchVocabulary } from '../../libs/directory/src/app/search-vocabulary.js';
import { type Place, SearchRepository, type Sort } from '../../libs/directory/src/data/search.repository.js';
import { SetRepository } from '../../libs/directory/src/data/set.repository.js';
import type { Filters } from '../../libs/directory/src/domain/entry.js';
import type { Closing } from '../setting/closing.js';
import { figure, type Figure, quantile, rounded, shuffled } from '../setting/figures.js';
import { atMost, type Goal, machine, type Report } from '../setting/report.js';
import { ThrowAwayDatabase } from '../setting/throw-away-database.js';
import { type SeededDirectory, seedDirectory } from './seed-directory.js';
import { OneConnection, type Timed, timed, timeOf } from './timing.js';

const PAGE = 21;
const ROUNDS = 3;
const WARM_UP = 8;
const DEPTH = 10_000;

const P95_LIMIT_MS = 30;
/** Equal but for noise: the depths are measured back to back, in random order. */
const DEPTH_RATIO = 1.2;

interface Wish {
  readonly q: string;
  readonly filters: Filters;
}

/** Two characters of names and of texts, from rare to one entry in six. */
const TWO_CHARACTERS = [
  '부산',
  '달빛',
  '관광',
  '여행',
  '호텔',
  '観光',
  '渚若',
  '旅行',
  '酒店',
  '海棠',
  '港晴',
  '會展',
];
const WORDS = ['골프', 'golf', 'ゴルフ', '高尔夫', 'sân gôn', 'กอล์ฟ', 'wellness', 'halal', 'Harbour', 'Lantern', 'cát trắng', 'Кедр', 'Da Nang', 'golf Busan', '다낭 골프', 'Nuri', 'Kirishima', '온천', 'du thuyền', 'lentera senja']; // prettier-ignore
const FILTERS: readonly Filters[] = [
  {},
  { country: ['KR', 'JP'] },
  { kind: ['sme'], language: ['en'] },
  { theme: ['thm.golf', 'thm.wellness'], country: ['KR'] },
];

export interface DirectoryReport extends Report {
  readonly method: object;
  readonly data: SeededDirectory;
  /** Page and counts of all facets, one after the other. */
  readonly facetedSearch: Readonly<Record<'twoCharacters' | 'words' | 'filtersOnly' | 'all', Timed>>;
  /** Of all these searches, in the server process. */
  readonly processor: Timed;
  readonly slowest: readonly {
    readonly q: string;
    readonly filters: Filters;
    readonly milliseconds: number;
  }[];
  readonly depth: Readonly<Record<string, { first: Figure; deep: Figure; ratio: Figure }>>;
  /** The first page alone, for the same two characters. */
  readonly baselines: Readonly<Record<'directory' | 'ilike' | 'trigrams', Timed>>;
}

/** A search over 50,000 organizations in ten languages, in the database, beside what is usually done. */
export async function benchDirectory(closing: Closing): Promise<DirectoryReport> {
  const before = machine();
  const database = await ThrowAwayDatabase.start(closing);
  const config = loadConfig({
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    DATABASE_URL: database.url,
    TTN_SECRET: randomBytes(32).toString('base64url'),
    TTN_DATA_DIR: database.directory,
  });
  @Module({ imports: [ConfigModule.with(config), DatabaseModule, AuthModule, DirectoryModule] })
  class BenchModule {}
  const app = await NestFactory.createApplicationContext(BenchModule, { logger: ['error', 'warn'] });
  closing.add(() => app.close());
  const began = performance.now();
  const progress = (what: string): void => {
    console.error(`${Math.round((performance.now() - began) / 1000)} s: ${what}.`);
  };
  const data = await seedDirectory(app, database);
  progress('the directory is filled');

  const connection = new pg.Client({ connectionString: database.url });
  await connection.connect();
  closing.add(() => connection.end());
  const part = <Part>(type: abstract new (...parts: never[]) => Part): Part =>
    app.get(type, { strict: false });
  const bench = new Searches(new OneConnection(connection), {
    queries: part(QueryReader),
    found: part(FoundReader),
    hits: part(HitsReader),
    index: part(SearchRepository),
    sets: part(SetRepository),
  });

  const faceted = await bench.faceted();
  const vocabulary = await app.get(SearchVocabulary, { strict: false }).current();
  const [commonest = ''] = vocabulary.conceptIds('theme');
  progress('searches are measured');
  const depth = await bench.depths(vocabulary.label(commonest, 'en'));
  progress('depths are measured');
  const baselines = await bench.baselines();
  const goals: Goal[] = [
    atMost(
      'faceted search, two characters of CJK: p95, milliseconds',
      P95_LIMIT_MS,
      faceted.timed.twoCharacters.p95,
    ),
    atMost('faceted search, all: p95, milliseconds', P95_LIMIT_MS, faceted.timed.all.p95),
    ...Object.entries(depth).map(([list, { ratio }]) =>
      atMost(`${list}: page after ${DEPTH} to first page, ratio`, DEPTH_RATIO, ratio.median),
    ),
  ];
  return {
    bench: 'directory',
    machine: before,
    method: {
      search:
        'the named statements of the product and the algebra between them, one connection, one after the other',
      processor:
        'what one search costs the processor in the server process of its connection, however busy the machine',
      page: PAGE - 1,
      rounds: ROUNDS,
      countsEndAt: 1000,
    },
    data,
    facetedSearch: faceted.timed,
    processor: faceted.processor,
    slowest: faceted.slowest,
    depth,
    baselines,
    goals,
  };
}

interface SearchParts {
  readonly queries: QueryReader;
  readonly found: FoundReader;
  readonly hits: HitsReader;
  readonly index: SearchRepository;
  readonly sets: SetRepository;
}

class Searches {
  constructor(
    private readonly reads: OneConnection,
    private readonly parts: SearchParts,
  ) {}

  async faceted(): Promise<{
    timed: DirectoryReport['facetedSearch'];
    processor: Timed;
    slowest: DirectoryReport['slowest'];
  }> {
    const wishes = (words: readonly string[]): Wish[] =>
      words.flatMap((q) => FILTERS.map((filters) => ({ q, filters })));
    const sets = { twoCharacters: wishes(TWO_CHARACTERS), words: wishes(WORDS), filtersOnly: wishes(['']) };
    const times = new Map<string, { set: keyof typeof sets; wish: Wish; times: number[] }>();
    const processor: number[] = [];
    const all = (Object.keys(sets) as (keyof typeof sets)[]).flatMap((set) =>
      sets[set].map((wish) => ({ set, wish })),
    );
    for (const { wish } of all.slice(0, WARM_UP)) await this.search(wish);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { set, wish } of shuffled(all)) {
        const key = JSON.stringify(wish);
        const known = times.get(key) ?? { set, wish, times: [] };
        const before = await this.reads.processorTime();
        known.times.push(await timeOf(() => this.search(wish)));
        processor.push((await this.reads.processorTime()) - before);
        times.set(key, known);
      }
    }
    const of = (wanted?: keyof typeof sets): number[] =>
      [...times.values()]
        .filter(({ set }) => wanted === undefined || set === wanted)
        .flatMap((each) => each.times);
    const slowest = [...times.values()]
      .map(({ wish, times: own }) => ({ ...wish, milliseconds: rounded(quantile(own, 0.5)) }))
      .sort((a, b) => b.milliseconds - a.milliseconds)
      .slice(0, 5);
    return {
      timed: {
        twoCharacters: timed(of('twoCharacters')),
        words: timed(of('words')),
        filtersOnly: timed(of('filtersOnly')),
        all: timed(of()),
      },
      processor: timed(processor),
      slowest,
    };
  }

  /** The whole of what one request with `facets=true` asks the database. */
  private async search({ q, filters }: Wish): Promise<void> {
    const { queries, found, hits, index, sets } = this.parts;
    const all = await found.of(this.reads, q === '' ? undefined : await queries.read(q), filters);
    const page = await hits.page(this.reads, all, 'relevance', undefined, PAGE);
    await index.entries(
      this.reads,
      page.map(({ id }) => id),
    );
    await sets.counts(this.reads, basesOf(all));
  }

  /** The rows of one page in their order. */
  private async page(q: string, sort: Sort, after: Place | undefined, limit: number): Promise<RankedHit[]> {
    const read = q === '' ? undefined : await this.parts.queries.read(q);
    const found = await this.parts.found.of(this.reads, read, {});
    return this.parts.hits.page(this.reads, found, sort, after, limit);
  }

  /** The first page and the one after 10,000 entries, back to back. */
  async depths(broad: string): Promise<DirectoryReport['depth']> {
    return {
      [`search for ${broad}`]: await this.depth(broad, 'relevance'),
      'all by relevance': await this.depth('', 'relevance'),
      'all by name': await this.depth('', 'name'),
      'all, newest first': await this.depth('', 'newest'),
    };
  }

  private async depth(q: string, sort: Sort): Promise<{ first: Figure; deep: Figure; ratio: Figure }> {
    const last = (await this.page(q, sort, undefined, DEPTH)).at(-1);
    if (!last) throw new Error('The list is empty.');
    const after = placeOf(last, sort);
    if ((await this.page(q, sort, after, PAGE)).length < PAGE)
      throw new Error(`There are no ${DEPTH} entries to pass over.`);
    const figures = { first: [] as number[], deep: [] as number[], ratio: [] as number[] };
    for (let round = 0; round < ROUNDS * 5; round += 1) {
      const taken = { first: 0, deep: 0 };
      for (const which of shuffled(['first', 'deep'] as const)) {
        taken[which] = await timeOf(() => this.page(q, sort, which === 'deep' ? after : undefined, PAGE));
      }
      figures.first.push(taken.first);
      figures.deep.push(taken.deep);
      figures.ratio.push(taken.deep / taken.first);
    }
    return { first: figure(figures.first), deep: figure(figures.deep), ratio: figure(figures.ratio) };
  }

  async baselines(): Promise<DirectoryReport['baselines']> {
    const times = { directory: [] as number[], ilike: [] as number[], trigrams: [] as number[] };
    // Once is enough for what takes a hundred times as long.
    for (const q of shuffled(TWO_CHARACTERS)) {
      times.directory.push(await timeOf(() => this.page(q, 'relevance', undefined, PAGE)));
      times.ilike.push(await timeOf(() => this.reads.rows(PLAIN, [`%${q}%`, PAGE])));
      times.trigrams.push(await timeOf(() => this.reads.rows(TRIGRAMS, [`%${q}%`, PAGE])));
    }
    return {
      directory: timed(times.directory),
      ilike: timed(times.ilike),
      trigrams: timed(times.trigrams),
    };
  }
}

const baseline = (table: string): string =>
  `select id, name from ${table} where body ilike $1 order by name, id limit $2`;
const PLAIN = baseline('plain');
const TRIGRAMS = baseline('trigrams');
