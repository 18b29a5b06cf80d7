import { join } from 'node:path';
import pg from 'pg';
import { MarketIndex, rankMatches, type Found, type MatchParty } from '#libs/matching';
import { compileVocabulary, type TaxonomyDocument, type Vocabulary } from '#libs/taxonomy';
import type { Closing } from '../setting/closing.js';
import { cpuOfFamily } from '../setting/cpu-time.js';
import { figure, quantile, rounded } from '../setting/figures.js';
import { ThrowAwayDatabase } from '../setting/throw-away-database.js';
import { ExactSql } from './exact-sql.js';
import { readCities, readJson } from './sample-records.js';
import { syntheticMarket, type SyntheticMarket } from './synthetic-market.js';
import { askedBy, textRivals } from './text-rivals.js';

/** How many queries each engine is asked, the index for all opportunities; as many as a run of four minutes bears. */
const ROUNDS = 3;
const BETWEEN_ROUNDS = 40;
const OBJECTS_ASKED = 2;
const SQL_ASKED = 6;
const RIVALS_ASKED = 24;
/** To fill text engines and SQL with more companies than this takes longer than a run may: they are left out. */
const MOST_FOR_RIVALS = 100_000;
/**
 * How often the index is asked for all opportunities: first until it is warm, then for the figures. One pass among 10,000
 * takes half a second, in which a shared machine is a tenth quicker or slower.
 */
const WARM_PASSES = 2;
const PASSES = 5;
/** Lists that are kept to be compared and stored. A run hands each over and forgets it; so does this. */
const KEPT = 100;
const CHANGES = 300;
const WARM_CHANGES = 100;
const DEPTH = 50;
const options = { kinds: ['sme'] as const, limit: DEPTH, minimum: 0 };

/** CPU time of this process, all its threads, in milliseconds. */
const cpuMilliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function timed<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ result: Result; milliseconds: number }> {
  const start = cpuMilliseconds();
  const result = await work();
  return { result, milliseconds: cpuMilliseconds() - start };
}

/** One changed company: its new row, and its list over all opportunities. */
function changes(index: MarketIndex, smes: readonly MatchParty[]) {
  const times: number[] = [];
  const cpu: number[] = [];
  for (const sme of smes.slice(0, CHANGES)) {
    const changed = { ...sme, languages: [...sme.languages, 'ru'] };
    const [start, used] = [process.hrtime.bigint(), cpuMilliseconds()];
    index.upsert(changed);
    index.find(changed, { kinds: ['opportunity'], limit: DEPTH });
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
    cpu.push(cpuMilliseconds() - used);
  }
  const warm = times.slice(WARM_CHANGES);
  return {
    p50: rounded(quantile(warm, 0.5)),
    p99: rounded(quantile(warm, 0.99)),
    cpuMean: rounded(cpu.slice(WARM_CHANGES).reduce((sum, each) => sum + each, 0) / warm.length),
  };
}

const idsOf = (found: readonly { readonly id: string }[]): string => found.map(({ id }) => id).join();

/** CPU milliseconds per query of objects one by one, for the first asks; and whether they find the same. */
async function askObjects(
  found: readonly (readonly Found[])[],
  market: SyntheticMarket,
  vocabulary: Vocabulary,
) {
  const asks = market.opportunities.slice(0, OBJECTS_ASKED);
  const { result, milliseconds } = await timed(() =>
    asks.map((ask) => rankMatches(ask, market.smes, vocabulary, options)),
  );
  const same = result.every(
    (list, at) => idsOf(list.map(({ candidate }) => candidate)) === idsOf(found[at] ?? []),
  );
  return { milliseconds: milliseconds / asks.length, same };
}

interface Rivals {
  /** CPU milliseconds per query of each engine and, beside it in time, of the index. */
  readonly engines: Readonly<Record<string, { readonly own: number; readonly index: number }>>;
  /** Null when SQL was not asked. */
  readonly sqlAgrees: boolean | null;
  readonly storage: { readonly rows: number; readonly milliseconds: number };
}

/** Asks an engine and the index in turns, so that both meet the same machine. */
async function inTurns(
  asks: readonly MatchParty[],
  index: MarketIndex,
  market: SyntheticMarket,
  ask: (party: MatchParty) => unknown,
  cpu: () => number = cpuMilliseconds,
): Promise<{ own: number; index: number }> {
  let [own, ours, asked] = [0, 0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const beside = market.opportunities.slice(round * BETWEEN_ROUNDS, (round + 1) * BETWEEN_ROUNDS);
    ours += (await timed(() => beside.forEach((each) => index.find(each, options)))).milliseconds;
    asked += beside.length;
    const start = cpu();
    for (let at = round; at < asks.length; at += ROUNDS) await ask(asks[at]!);
    own += cpu() - start;
  }
  return { own: own / asks.length, index: ours / Math.max(1, asked) };
}

async function againstTexts(index: MarketIndex, market: SyntheticMarket): Promise<Rivals['engines']> {
  const engines: Record<string, { own: number; index: number }> = {};
  for (const [name, make] of Object.entries(await textRivals(market.smes))) {
    const rival = await make();
    const asks = market.opportunities.slice(0, RIVALS_ASKED);
    // All engines are asked when they are warm, as the index is.
    for (const ask of asks) await rival(askedBy(ask));
    engines[name] = await inTurns(asks, index, market, (ask) => rival(askedBy(ask)));
  }
  return engines;
}

async function againstRivals(
  index: MarketIndex,
  market: SyntheticMarket,
  vocabulary: Vocabulary,
  lists: readonly (readonly Found[])[],
  closing: Closing,
): Promise<Rivals> {
  const isBearable = market.smes.length <= MOST_FOR_RIVALS;
  const texts = isBearable ? await againstTexts(index, market) : {};
  const database = await ThrowAwayDatabase.start(closing);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  closing.add(() => client.end());
  const exact = new ExactSql(client);
  const cpu = (): number => cpuOfFamily(database.pid) / 1000;
  const asks = isBearable ? market.opportunities.slice(0, SQL_ASKED) : [];
  if (isBearable) await exact.load(market.smes, asks, vocabulary);
  let sqlAgrees = isBearable ? true : null;
  for (const [at, ask] of asks.entries()) sqlAgrees &&= agree(await exact.top(ask), lists[at] ?? []);
  const sql = isBearable ? await inTurns(asks, index, market, (ask) => exact.top(ask), cpu) : undefined;
  // Every opportunity gets a list of real length; which of those found it is does not matter to the disk.
  const all = market.opportunities.map((_, at) => lists[at % lists.length] ?? []);
  const start = process.hrtime.bigint();
  const rows = await exact.store(all);
  return {
    engines: { ...texts, ...(sql && { sql }) },
    sqlAgrees,
    storage: { rows, milliseconds: Number(process.hrtime.bigint() - start) / 1e6 },
  };
}

/** The same scores in the same order; equal ones may change places. */
const agree = (
  one: readonly { readonly score: number }[],
  other: readonly { readonly score: number }[],
): boolean =>
  one.length === other.length &&
  one.every(({ score }, at) => Math.abs(score - (other[at]?.score ?? 0)) < 1e-9);

/** Everything about the engine for a made-up market of this size. CPU time, but for what is said to be elapsed. */
export async function measureEngine(root: string, smes: number, opportunities: number, closing: Closing) {
  const vocabulary = compileVocabulary(readJson<TaxonomyDocument>(join(root, 'data', 'taxonomy.json')), []);
  const market = syntheticMarket(smes, opportunities, readCities(join(root, 'data')), vocabulary);
  const build = await timed(() => new MarketIndex([...market.smes, ...market.opportunities], vocabulary));
  const index = build.result;
  const asked = market.opportunities;
  const lists = asked.slice(0, KEPT).map((each) => index.find(each, options));
  const askAll = (): void => {
    for (const each of asked) index.find(each, options);
  };
  for (let pass = 0; pass < WARM_PASSES; pass += 1) askAll();
  index.resetCounters();
  const passes: number[] = [];
  for (let pass = 0; pass < PASSES; pass += 1) passes.push((await timed(askAll)).milliseconds / asked.length);
  const { answers, rowsSeen, rowsJudged, rowsScored } = index.counters;
  const perQuery = quantile(passes, 0.5);
  const each = (count: number): number => Math.round(count / (PASSES * asked.length));
  const objects = await askObjects(lists, market, vocabulary);
  const rivals = await againstRivals(index, market, vocabulary, lists, closing);
  const ratios = Object.fromEntries(
    Object.entries(rivals.engines).map(([name, { own, index: ours }]) => [name, rounded(own / ours)]),
  );
  return {
    smes,
    opportunities,
    /** Queries behind each figure. */
    asked: { index: asked.length, objects: OBJECTS_ASKED, sql: SQL_ASKED, texts: RIVALS_ASKED },
    buildMilliseconds: Math.round(build.milliseconds),
    bytesPerSme: Math.round(index.bytes / index.size),
    /** The median of all passes, and what they lie between. */
    top50PerSecond: Math.round(1000 / perQuery),
    top50PerSecondOfPasses: figure(passes.map((milliseconds) => 1000 / milliseconds)),
    nanosecondsPerPair: rounded((perQuery * 1e6) / smes),
    perOpportunity: {
      answers: each(answers),
      rowsSeen: each(rowsSeen),
      rowsJudged: each(rowsJudged),
      rowsScored: each(rowsScored),
    },
    changedSmeMilliseconds: changes(index, market.smes),
    fullRun: {
      /** Of `queriesMeasured`, for all opportunities. */
      computeMilliseconds: Math.round(perQuery * opportunities),
      queriesMeasured: asked.length,
      storedRows: rivals.storage.rows,
      storageElapsedMilliseconds: Math.round(rivals.storage.milliseconds),
    },
    sameAnswersAsObjects: objects.same,
    sameAnswersAsSql: rivals.sqlAgrees,
    /** CPU of one query of the other, divided by that of the index, asked in turns. */
    ratios: { objects: rounded(objects.milliseconds / perQuery), ...ratios },
  };
}
