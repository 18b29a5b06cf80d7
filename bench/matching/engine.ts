import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MarketIndex, rankMatches, type MatchParty } from '#libs/matching';
import { compileVocabulary, type TaxonomyDocument, type Vocabulary } from '#libs/taxonomy';
import { readCities, readJson } from './sample-records.js';
import { syntheticMarket, type SyntheticMarket } from './synthetic-market.js';

/** What the columnar index does in CPU time, and the counters that do not depend on the machine. */
export interface EngineFigures {
  readonly smes: number;
  readonly opportunities: number;
  readonly buildMilliseconds: number;
  readonly bytesPerSme: number;
  readonly top50PerSecond: number;
  readonly nanosecondsPerPair: number;
  readonly perOpportunity: {
    readonly classesOpened: number;
    readonly rowsJudged: number;
    readonly rowsScored: number;
  };
  /** One changed SME: new row, and its list over all opportunities. */
  readonly changedSmeMilliseconds: { readonly p50: number; readonly p99: number };
  /** CPU of comparing objects one by one, divided by that of the index, for the same opportunities and answers. */
  readonly ratioToObjects: number;
  readonly sameAnswers: boolean;
}

const DEPTH = 50;
const OPPORTUNITIES_MEASURED = 400;
const COMPARED_WITH_OBJECTS = 2;
const CHANGES = 200;

const cpuMilliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function timed<Result>(work: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const start = cpuMilliseconds();
  const result = work();
  return { result, milliseconds: cpuMilliseconds() - start };
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const options = { kinds: ['sme'] as const, limit: DEPTH, minimum: 0 };

function changes(index: MarketIndex, smes: readonly MatchParty[]): EngineFigures['changedSmeMilliseconds'] {
  const times: number[] = [];
  for (const sme of smes.slice(0, CHANGES)) {
    const changed = { ...sme, languages: [...sme.languages, 'ru'] };
    const start = process.hrtime.bigint();
    index.upsert(changed);
    index.find(changed, { kinds: ['opportunity'], limit: DEPTH });
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  times.sort((a, b) => a - b);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

function againstObjects(
  index: MarketIndex,
  { smes, opportunities }: SyntheticMarket,
  vocabulary: Vocabulary,
) {
  const asked = opportunities.slice(0, COMPARED_WITH_OBJECTS);
  const objects = timed(() => asked.map((each) => rankMatches(each, smes, vocabulary, options)));
  const columns = timed(() => asked.map((each) => index.find(each, options)));
  const ids = (lists: readonly (readonly { readonly id: string }[])[]): string =>
    JSON.stringify(lists.map((list) => list.map(({ id }) => id)));
  return {
    ratio: objects.milliseconds / columns.milliseconds,
    same:
      ids(objects.result.map((list) => list.map(({ candidate }) => candidate))) ===
      ids(columns.result.map((list) => list.map(({ party }) => party))),
  };
}

export function measureEngine(root: string, smes = 50_000, opportunities = 5_000): EngineFigures {
  const vocabulary = compileVocabulary(readJson<TaxonomyDocument>(join(root, 'data', 'taxonomy.json')), []);
  const market = syntheticMarket(smes, opportunities, readCities(join(root, 'data')), vocabulary);
  const build = timed(() => new MarketIndex([...market.smes, ...market.opportunities], vocabulary));
  const index = build.result;
  const asked = market.opportunities.slice(0, OPPORTUNITIES_MEASURED);
  for (const each of asked) index.find(each, options);
  index.resetCounters();
  const search = timed(() => {
    for (const each of asked) index.find(each, options);
  });
  const { classesOpened, rowsJudged, rowsScored } = index.counters;
  const each = (count: number): number => Math.round(count / asked.length);
  const objects = againstObjects(index, market, vocabulary);
  const changed = changes(index, market.smes);
  const round = (value: number): number => Number(value.toPrecision(3));
  return {
    smes,
    opportunities,
    buildMilliseconds: Math.round(build.milliseconds),
    bytesPerSme: Math.round(index.bytes / index.size),
    top50PerSecond: Math.round((asked.length / search.milliseconds) * 1000),
    nanosecondsPerPair: round((search.milliseconds * 1e6) / asked.length / smes),
    perOpportunity: {
      classesOpened: each(classesOpened),
      rowsJudged: each(rowsJudged),
      rowsScored: each(rowsScored),
    },
    changedSmeMilliseconds: { p50: round(changed.p50), p99: round(changed.p99) },
    ratioToObjects: Math.round(objects.ratio),
    sameAnswers: objects.same,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [smes, opportunities] = process.argv.slice(2).map(Number);
  console.log(JSON.stringify(measureEngine(process.cwd(), smes, opportunities), null, 2));
}
