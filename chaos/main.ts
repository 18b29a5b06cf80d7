import 'reflect-metadata';
import { Closing } from '../bench/setting/closing.js';
import { atMost, type Goal, machine } from '../bench/setting/report.js';
import { campaign, type CampaignResult } from './campaign.js';
import { shortestBroken, writeHistory } from './checker/history-file.js';
import type { Backend } from './cluster.js';
import { MUTANTS, SOUND } from './mutants/index.js';

const USAGE = `npm run chaos -- [--minutes 1] [--faults N] [--seed N] [--backend postgres|redis] [--mutant NAME] [--record FILE]
Mutants, each of which must be found out: ${Object.keys(MUTANTS).join(', ')}`;
const DEFAULT_MINUTES = 1;
/** Start, quiet, judgement and end of one backend. */
const AROUND_MS = 300_000;
const LONGEST_QUIET_MS = 30_000;
const SHORTEST_QUIET_MS = 3_000;

interface Options {
  readonly durationMs: number;
  readonly mostFaults: number;
  readonly seed: number;
  readonly backends: readonly Backend[];
  readonly mutant: string | undefined;
  readonly record: string | undefined;
}

function optionsOf(words: readonly string[]): Options | undefined {
  const value = (flag: string): string | undefined =>
    words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined;
  const minutes = Number(value('--minutes') ?? DEFAULT_MINUTES);
  const mostFaults = Number(value('--faults') ?? Infinity);
  const seed = Number(value('--seed') ?? Math.floor(Math.random() * 1_000_000));
  const backend = value('--backend');
  const mutant = value('--mutant');
  if (![minutes, mostFaults].every((limit) => limit > 0) || !Number.isInteger(seed)) return undefined;
  if (backend !== undefined && backend !== 'postgres' && backend !== 'redis') return undefined;
  if (mutant !== undefined && !(mutant in MUTANTS)) return undefined;
  return {
    ...{ durationMs: minutes * 60_000, mostFaults, seed, mutant, record: value('--record') },
    backends: backend === undefined ? ['postgres', 'redis'] : [backend],
  };
}

/** Prints one JSON document. Answers 0 when every promise was kept, 1 when not, 2 when it could not be asked. */
async function main(words: readonly string[]): Promise<number> {
  const options = optionsOf(words);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const { durationMs, mostFaults, seed, backends, mutant, record } = options;
  const closing = new Closing();
  const giveUp = (reason: string): void => {
    console.error(`The campaign ends early: ${reason}.`);
    void closing.run().then(() => process.exit(2));
  };
  process.once('SIGINT', giveUp).once('SIGTERM', giveUp);
  setTimeout(giveUp, backends.length * (durationMs * 1.5 + AROUND_MS), 'it took too long').unref();
  process.once('unhandledRejection', (error) => {
    console.error(error);
    giveUp('something went wrong');
  });
  const before = machine();
  const results: CampaignResult[] = [];
  try {
    for (const backend of backends) {
      const own = new Closing();
      closing.add(() => own.run());
      const quietMs = Math.min(LONGEST_QUIET_MS, Math.max(SHORTEST_QUIET_MS, durationMs / 10));
      const chosen = mutant === undefined ? SOUND : (MUTANTS[mutant] ?? SOUND);
      const say = console.error;
      results.push(
        await campaign(own, { backend, seed, durationMs, mostFaults, quietMs, mutant: chosen, say }),
      );
      await own.run();
    }
  } catch (error) {
    console.error(error);
    await closing.run();
    return 2;
  }
  await closing.run();
  keepSlices(results, record);
  const goals = results.flatMap(goalsOf);
  const kept = results.every(isKept);
  const told = results.map(({ history: _, ...result }) => result);
  console.log(
    JSON.stringify({ campaign: 'chaos', machine: before, mutant, kept, backends: told, goals }, null, 2),
  );
  return kept ? 0 : 1;
}

const isKept = ({ broken, jobs }: CampaignResult): boolean =>
  Object.keys(broken).length === 0 && jobs.lost + jobs.doubled + jobs.unexpected === 0;

/** Writes down the shortest conversation in which a promise was broken. */
function keepSlices(results: readonly CampaignResult[], record: string | undefined): void {
  for (const { backend, history } of results) {
    const slice = shortestBroken(history);
    if (!slice) continue;
    const path = record ?? `chaos-${backend}-${process.pid}.jsonl`;
    writeHistory(path, slice);
    console.error(`${backend}: the shortest conversation with a broken promise stands in ${path}.`);
  }
}

function goalsOf({ backend, faults, broken, jobs }: CampaignResult): Goal[] {
  const slowest = (kind: string, key: 'nextOkMs' | 'caughtUpMs' | 'jobAgainMs'): number[] =>
    faults.filter((fault) => fault.kind === kind && key in fault).map((fault) => fault[key] ?? Infinity);
  const goal = (name: string, limit: number, values: readonly number[]): Goal[] =>
    values.length === 0 ? [] : [atMost(`${backend}: ${name}, milliseconds`, limit, Math.max(...values))];
  const wrong = Object.values(broken).reduce((sum, count) => sum + count, 0);
  return [
    ...goal('api killed, its clients acknowledged again', 3_000, slowest('kill api', 'nextOkMs')),
    ...goal('api killed, all caught up', 10_000, slowest('kill api', 'caughtUpMs')),
    ...goal(
      'PostgreSQL killed, everybody acknowledged again',
      15_000,
      slowest('kill PostgreSQL', 'nextOkMs'),
    ),
    ...goal('PostgreSQL killed, all caught up', 15_000, slowest('kill PostgreSQL', 'caughtUpMs')),
    ...goal('Redis killed, everybody acknowledged again', 3_000, slowest('kill Redis', 'nextOkMs')),
    ...goal('worker killed, its jobs begun again', 10_000, slowest('kill worker', 'jobAgainMs')),
    atMost(`${backend}: messages lost, doubled, reordered or leaked`, 0, wrong),
    atMost(`${backend}: jobs lost, doubled or unasked`, 0, jobs.lost + jobs.doubled + jobs.unexpected),
  ];
}

process.exit(await main(process.argv.slice(2)));
