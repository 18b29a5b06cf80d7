import { quantile } from '../setting/figures.js';
import { seeded } from '../setting/seeded.js';
import { mean } from './metrics.js';

const RESAMPLES = 10_000;
const SEED = 20261122;

/** The mean of the differences and the interval that holds 95 of 100 means of resampled queries. */
export interface Advantage {
  readonly mean: number;
  readonly interval: readonly [low: number, high: number];
}

/** Paired bootstrap over queries: `ours[i]` and `theirs[i]` belong to the same query. The same on every run. */
export function pairedBootstrap(ours: readonly number[], theirs: readonly number[]): Advantage {
  const differences = ours.map((value, at) => value - (theirs[at] ?? 0));
  if (differences.length === 0) return { mean: 0, interval: [0, 0] };
  const next = seeded(SEED);
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(differences.map(() => differences[Math.floor(next() * differences.length)] ?? 0)),
  );
  return { mean: mean(differences), interval: [quantile(means, 0.025), quantile(means, 0.975)] };
}
