import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { AccessTokens } from '#libs/platform/auth';
import { loadConfig } from '#libs/platform/config';
import { Child } from '../setting/child.js';
import type { Closing } from '../setting/closing.js';
import { type Figure, figure, shuffled } from '../setting/figures.js';
import { freePort } from '../setting/free-port.js';
import { atLeast, atMost, type Goal, machine, type Report } from '../setting/report.js';
import { ThrowAwayDatabase } from '../setting/throw-away-database.js';
import { ask, assertSameAnswer } from './compare.js';
import { load, type Slice, type Target } from './load.js';
import { requestsOf } from './requests.js';
import { seed } from './seed.js';

const ROUNDS = 7;
const SLICE_SECONDS = 1.5;
/** Each target is warm after so many answers; on a machine that is too busy for them, after some seconds. */
const WARM_UP_ANSWERS = 4_000;
const WARM_UP_SECONDS = 2;
const WARM_UP_SLICES = 3;
const CONNECTIONS = 50;
const POOL = 6;
/** The deep page begins after so many cards. */
const DEPTH = 10_000;

const CPU_LIMIT = 1.35;
const DEEP_LIMIT = 0.9;

interface TargetFigures {
  readonly name: string;
  readonly server: string;
  readonly requestsPerSecond: Figure;
  readonly p50Milliseconds: Figure;
  readonly p99Milliseconds: Figure;
  readonly cpuMicrosecondsPerRequest: Figure;
  readonly databaseCpuMicrosecondsPerRequest: Figure;
}

/** How the first of two targets stands to the second, slice against slice of the same round. */
interface Comparison {
  readonly name: string;
  readonly cpuRatio: Figure;
  readonly rateRatio: Figure;
}

export interface HttpReport extends Report {
  readonly method: object;
  readonly targets: readonly TargetFigures[];
  readonly comparisons: readonly Comparison[];
}

const COMPARISONS = ['list', 'one', 'write', 'depth'] as const;
/** Compares the answers of the two servers and measures nothing. */
const ANSWERS = 'answers';

/**
 * TTN's api against Fastify and pg alone; `only` names the comparisons that are wanted, none for all.
 *
 * @throws Error when the two servers do not give the same answers
 */
export async function benchHttp(closing: Closing, only: readonly string[] = []): Promise<HttpReport> {
  const unknown = only.filter((name) => ![...COMPARISONS, ANSWERS].includes(name));
  if (unknown.length > 0) throw new Error(`Not compared: ${unknown.join(', ')}.`);
  const before = machine();
  const { pairs: all, organizations } = await prepare(closing);
  const pairs = all.filter(({ name }) => only.length === 0 || only.includes(name));
  const slices = await measure(pairs);
  const comparisons = pairs.map(({ name, target, base }) =>
    compare(name, slices.get(target), slices.get(base)),
  );
  return {
    bench: 'http',
    machine: before,
    method: {
      ...{
        organizations,
        rounds: ROUNDS,
        sliceSeconds: SLICE_SECONDS,
        warmUpAnswers: WARM_UP_ANSWERS,
        nodeOptions: SOONER,
      },
      ...{ connections: CONNECTIONS, pool: POOL, depth: DEPTH },
    },
    targets: [...slices].map(([target, each]) => figuresOf(target, each)),
    comparisons,
    goals: comparisons.flatMap(goalOf),
  };
}

function goalOf({ name, cpuRatio, rateRatio }: Comparison): Goal[] {
  switch (name) {
    case 'list':
      return [atMost('organizations list: server CPU per request, TTN / raw', CPU_LIMIT, cpuRatio.median)];
    case 'one':
      return [atMost('one organization: server CPU per request, TTN / raw', CPU_LIMIT, cpuRatio.median)];
    case 'write':
      return [atMost('message write: server CPU per request, TTN / raw', CPU_LIMIT, cpuRatio.median)];
    case 'depth':
      return [
        atLeast(`list at depth ${DEPTH}: requests per second, against page 1`, DEEP_LIMIT, rateRatio.median),
      ];
    default:
      return [];
  }
}

interface Pair {
  readonly name: (typeof COMPARISONS)[number];
  readonly target: Target;
  readonly base: Target;
}

/** Seeds two equal databases and starts a server on each, so that neither reacts to what the other writes. */
async function prepare(closing: Closing): Promise<{ pairs: Pair[]; organizations: number }> {
  const database = await ThrowAwayDatabase.start(closing);
  const seeded = await seed(database);
  const variables = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    WEB_ROOT: 'none',
    DATABASE_POOL_MAX: String(POOL),
    TTN_SECRET: randomBytes(32).toString('base64url'),
    TTN_DATA_DIR: database.directory,
  };
  const rawUrl = await database.copy('raw');
  const start = async (server: string, entry: string, url: string) => {
    const port = await freePort();
    const child = await Child.start(
      new URL(entry, import.meta.url),
      { ...variables, DATABASE_URL: url, PORT: String(port) },
      nodeOptionsOf(server),
    );
    closing.add(() => child.stop());
    return { server, origin: `http://127.0.0.1:${port}`, pid: child.pid, databasePid: database.pid };
  };
  const ttn = await start('ttn', '../../apps/api/src/main.js', database.url);
  const raw = await start('raw', './raw-server.js', rawUrl);

  const config = loadConfig({ ...variables, DATABASE_URL: database.url });
  const requests = requestsOf(seeded, new AccessTokens(config));
  const cursor = await cursorAt(DEPTH, (after) => ask(ttn.origin, requests.page(100, after)));
  const origins = [ttn.origin, raw.origin] as const;
  await assertSameAnswer(origins, requests.list(), ['nextCursor']);
  await assertSameAnswer(origins, requests.one(), []);
  await assertSameAnswer(origins, requests.write(), ['id', 'postedAt']);
  const pair = (name: 'list' | 'one' | 'write'): Pair => ({
    name,
    target: { ...ttn, name, next: requests[name] },
    base: { ...raw, name, next: requests[name] },
  });
  const depth: Pair = {
    name: 'depth',
    target: { ...ttn, name: 'deep page', next: () => requests.page(20, cursor) },
    base: { ...ttn, name: 'first page', next: () => requests.page(20) },
  };
  return { pairs: [pair('list'), pair('one'), pair('write'), depth], organizations: seeded.organizations };
}

/**
 * V8 compiles a function well only after it has run some thousand times. Servers that run for days are past that;
 * both get there within the warm-up when V8 is told to look sooner. Not every version of Node knows the option.
 */
const SOONER = ['--interrupt-budget=8000'].filter(
  (option) => spawnSync(process.execPath, [option, '--eval', '0']).status === 0,
);

/** For looking closer, `BENCH_PROFILE=folder` lets both servers write CPU profiles when they end. */
function nodeOptionsOf(server: string): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder ? [...SOONER, '--cpu-prof', `--cpu-prof-dir=${folder}/${server}`] : SOONER;
}

async function cursorAt(depth: number, page: (cursor?: string) => Promise<object>): Promise<string> {
  let cursor: string | undefined;
  for (let passed = 0; passed < depth; passed += 100) {
    cursor = ((await page(cursor)) as { nextCursor: string | null }).nextCursor ?? undefined;
    if (cursor === undefined) throw new Error(`The list ends before ${depth}.`);
  }
  return cursor ?? '';
}

/** Rounds in which every pair has its turn, in random order; the two of a pair run back to back. */
async function measure(pairs: readonly Pair[]): Promise<Map<Target, Slice[]>> {
  const slices = new Map<Target, Slice[]>();
  for (const { target, base } of pairs) {
    for (const each of [target, base]) {
      slices.set(each, []);
      await warmUp(each);
    }
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { target, base } of shuffled(pairs)) {
      for (const each of shuffled([target, base])) {
        slices.get(each)?.push(await load(each, SLICE_SECONDS, CONNECTIONS));
      }
    }
  }
  return slices;
}

async function warmUp(target: Target): Promise<void> {
  let answers = 0;
  for (let slice = 0; slice < WARM_UP_SLICES && answers < WARM_UP_ANSWERS; slice += 1) {
    const { requestsPerSecond } = await load(target, WARM_UP_SECONDS, CONNECTIONS);
    answers += requestsPerSecond * WARM_UP_SECONDS;
  }
}

function figuresOf({ name, server }: Target, slices: readonly Slice[]): TargetFigures {
  const of = (key: keyof Slice): Figure => figure(slices.map((slice) => slice[key]));
  return {
    name,
    server,
    requestsPerSecond: of('requestsPerSecond'),
    p50Milliseconds: of('p50'),
    p99Milliseconds: of('p99'),
    cpuMicrosecondsPerRequest: of('cpu'),
    databaseCpuMicrosecondsPerRequest: of('databaseCpu'),
  };
}

function compare(name: string, target: readonly Slice[] = [], base: readonly Slice[] = []): Comparison {
  const ratio = (key: keyof Slice): Figure =>
    figure(target.map((slice, round) => slice[key] / (base[round]?.[key] ?? NaN)));
  return { name, cpuRatio: ratio('cpu'), rateRatio: ratio('requestsPerSecond') };
}
