import { setTimeout as pause } from 'node:timers/promises';
import type { Closing } from '../bench/setting/closing.js';
import { seeded } from '../bench/setting/seeded.js';
import { broken, checkHistory, type History, recovered } from './checker/check-history.js';
import type { JobVerdict } from './checker/check-jobs.js';
import { type Backend, Cluster } from './cluster.js';
import { type Fault, FaultDealer } from './faults.js';
import { type Mutant } from './mutants/index.js';
import { Probes } from './probes.js';
import { Stage } from './stage.js';
import { type Recovery, Watch } from './watch.js';

/** Fair weather before the first fault and between two of them. */
const CALM_MS = { least: 700, most: 2_000 };
/** What has not recovered by then counts as never. */
const RECOVERY_LIMIT_MS = 40_000;
/** Of some broken variants nobody expects that they recover. */
const MUTANT_LIMIT_MS = 6_000;
/** The reconciler asks after a job after 30 seconds, and after one that was lost twice, again. */
const JOBS_LIMIT_MS = 120_000;
const MIB = 1_024 * 1_024;

export interface CampaignOptions {
  readonly backend: Backend;
  readonly seed: number;
  /** Time for faults, in milliseconds; start, rest and judgement come on top. */
  readonly durationMs: number;
  /** So many faults at most. */
  readonly mostFaults: number;
  /** Quiet time after the last fault. */
  readonly quietMs: number;
  readonly mutant: Mutant;
  readonly say: (line: string) => void;
}

export interface StruckFault extends Recovery {
  readonly kind: string;
  readonly target: string;
  /** Milliseconds after the beginning. */
  readonly atMs: number;
  readonly lastedMs: number;
  /** Until jobs that the killed worker had left were begun again; null: never; absent: it had none. */
  readonly jobAgainMs?: number | null;
}

export interface CampaignResult {
  readonly backend: Backend;
  readonly seed: number;
  readonly messages: number;
  readonly attempts: number;
  /** Stored though no attempt was acknowledged. */
  readonly recovered: number;
  readonly faults: readonly StruckFault[];
  /** The longest time in which nobody had anything acknowledged. */
  readonly outageMs: number;
  readonly harnessMib: number;
  readonly broken: Readonly<Record<string, number>>;
  readonly jobs: { readonly asked: number; readonly deliveries: number } & Readonly<
    Record<keyof JobVerdict, number>
  >;
  readonly history: History;
}

/** Lets people write while parties are killed and lines disturbed, then holds everything against what was promised. */
export async function campaign(closing: Closing, options: CampaignOptions): Promise<CampaignResult> {
  const { backend, seed, durationMs, mostFaults, quietMs, mutant, say } = options;
  const chance = seeded(seed);
  const cluster = await Cluster.start(closing, { backend, preload: mutant.preload });
  await mutant.spoil?.(cluster.database);
  const watch = new Watch();
  const stage = await Stage.set(cluster, watch, chance, mutant);
  const probes = new Probes(cluster.database);
  const limitMs = mutant.breaks.length > 0 ? MUTANT_LIMIT_MS : RECOVERY_LIMIT_MS;
  const dealer = new FaultDealer(cluster, chance, mutant.faults);
  const faults: StruckFault[] = [];
  const began = performance.now();
  await watch.recovery(process.hrtime.bigint(), stage.writers, stage.readers, RECOVERY_LIMIT_MS);
  say(`${backend}, seed ${seed}: everybody is there after ${Math.round(performance.now() - began)} ms.`);
  const first = performance.now();
  const mending: Promise<void>[] = [];
  while (performance.now() - first < durationMs && faults.length < mostFaults) {
    await pause(CALM_MS.least + (CALM_MS.most - CALM_MS.least) * chance());
    if (!cluster.canBeStruck) await Promise.all(mending);
    const struck = await strike(dealer.next(), { watch, stage, probes, first, mending, limitMs });
    faults.push(struck);
    say(`${backend}: ${JSON.stringify(struck)}`);
  }
  await Promise.all(mending);
  await probes.stop();
  await stage.end(quietMs);
  say(`${backend}: everything stands again, and nobody writes any more.`);
  const history = await stage.history().catch((error: unknown) => {
    // An api that does not answer at all: what it said last tells why.
    say(JSON.stringify(cluster.logs(), null, 1));
    throw error;
  });
  const { verdict, asked, deliveries } = await probes.verdict(JOBS_LIMIT_MS);
  if (verdict.lost.length > 0)
    say(JSON.stringify({ lost: await probes.fates(), logs: cluster.logs() }, null, 1));
  return {
    ...{ backend, seed, faults, history },
    messages: history.finals[0]?.messages.length ?? 0,
    attempts: history.attempts.length,
    recovered: recovered(history),
    outageMs: watch.outageMs,
    harnessMib: Math.round(process.memoryUsage.rss() / MIB),
    broken: broken(checkHistory(history)),
    jobs: {
      ...{ asked, deliveries },
      lost: verdict.lost.length,
      doubled: verdict.doubled.length,
      unexpected: verdict.unexpected.length,
    },
  };
}

interface Scene {
  readonly watch: Watch;
  readonly stage: Stage;
  readonly probes: Probes;
  readonly first: number;
  /** Processes that are being started again; what goes on meanwhile goes on without them. */
  readonly mending: Promise<void>[];
  /** What has not recovered by then never will. */
  readonly limitMs: number;
}

/** One fault from its blow until everybody has recovered. What is restarted counts from the blow, what is mended from then. */
async function strike(
  fault: Fault,
  { watch, stage, probes, first, mending, limitMs }: Scene,
): Promise<StruckFault> {
  const { kind, target, home, worker, lastsMs } = fault;
  const concerned = home === undefined ? watch.senders : watch.sendersAt(home);
  const pid = worker?.program.pid ?? 0;
  const atMs = Math.round(performance.now() - first);
  const struckAt = process.hrtime.bigint();
  await fault.strike();
  const endedAt = Date.now();
  const mended = pause(lastsMs).then(() => fault.heal());
  mending.push(mended);
  // Only now: it waits for PostgreSQL, which may be what was killed.
  await stage.removeOne().catch(() => undefined);
  if (!kind.startsWith('kill')) await mended;
  const since = kind.startsWith('kill') ? struckAt : process.hrtime.bigint();
  const recovery = await watch.recovery(since, concerned, stage.members, limitMs);
  const jobAgainMs = kind === 'kill worker' ? await probes.againAfter(pid, endedAt, limitMs) : undefined;
  return {
    ...{ kind, target, atMs, lastedMs: lastsMs, ...recovery },
    ...(jobAgainMs !== undefined && { jobAgainMs }),
  };
}
