import { capExposure, looksOf } from '#libs/matching';
import { seeded } from '../setting/seeded.js';
import type { LatentMarket } from './latent-market.js';
import type { Bounds, Lists } from './outcome.js';

export interface Setting extends Bounds {
  readonly listLength: number;
}

/** Ways to draw up the lists of all readers from the same estimates. */
export type Ranking = (market: LatentMarket, setting: Setting) => Lists;

/** The best of each reader by a value of its own. */
function topBy(market: LatentMarket, length: number, valueOf: (edge: number) => number): Lists {
  const { readers, candidates } = market.size;
  const all = Uint32Array.from({ length: candidates }, (_, at) => at);
  return Array.from({ length: readers }, (_, reader) => {
    const values = Float64Array.from(all, (candidate) => valueOf(reader * candidates + candidate));
    return [
      ...all
        .slice()
        .sort((a, b) => values[b]! - values[a]! || a - b)
        .subarray(0, length),
    ];
  });
}

const random: Ranking = (market, { listLength }) => {
  const next = seeded(7);
  const drawn = market.estimate.byLeft.map(() => next());
  return topBy(market, listLength, (edge) => drawn[edge]!);
};

const oneSided: Ranking = (market, { listLength }) =>
  topBy(market, listLength, (edge) => market.estimate.byLeft[edge]!);

const harmonic: Ranking = (market, { listLength }) => {
  const { byLeft, byRight } = market.estimate;
  return topBy(
    market,
    listLength,
    (edge) => (2 * byLeft[edge]! * byRight[edge]!) / (byLeft[edge]! + byRight[edge]!),
  );
};

const product: Ranking = (market, { listLength }) => {
  const { byLeft, byRight } = market.estimate;
  return topBy(market, listLength, (edge) => byLeft[edge]! * byRight[edge]!);
};

const IPFP_ROUNDS = 30;

/**
 * Choo and Siow's equilibrium with transferable utility, by iterative proportional fitting (as in arXiv 2306.09060):
 * every reader has mass 1, every candidate its share of the readers; lists by the mass of each pair.
 *
 * @param joint what a pair is worth by both opinions
 * @param beta spread of the unseen part of tastes that the equilibrium assumes
 */
const transferable =
  (joint: (wants: number, welcomes: number) => number, beta: number): Ranking =>
  (market, { listLength }) => {
    const { byLeft, byRight } = market.estimate;
    const { readers, candidates } = market.size;
    const kernel = byLeft.map((wants, edge) => Math.exp(joint(wants, byRight[edge]!) / (2 * beta)));
    const [a, b] = [new Float64Array(readers).fill(1), new Float64Array(candidates).fill(1)];
    const fitted = (mass: number, half: number): number => Math.sqrt(half * half + mass) - half;
    for (let round = 0; round < IPFP_ROUNDS; round += 1) {
      const sums = new Float64Array(candidates);
      for (let reader = 0; reader < readers; reader += 1) {
        const row = kernel.subarray(reader * candidates, (reader + 1) * candidates);
        const factor = fitted(1, row.reduce((sum, each, at) => sum + each * b[at]!, 0) / 2);
        a[reader] = factor;
        for (let at = 0; at < candidates; at += 1) sums[at]! += row[at]! * factor;
      }
      for (let at = 0; at < candidates; at += 1) b[at] = fitted(readers / candidates, sums[at]! / 2);
    }
    return topBy(
      market,
      listLength,
      (edge) => kernel[edge]! * a[Math.floor(edge / candidates)]! * b[edge % candidates]!,
    );
  };

/**
 * Deferred acceptance with capacities in expected answers (as in arXiv 2602.19689), lists by the chance of a match.
 *
 * @param share of the capacity that is given away: estimates err
 */
const exposureCapped =
  (share: number): Ranking =>
  (market, { listLength, reviews }) => {
    const { estimate, size } = market;
    const attention = looksOf(listLength) / listLength;
    const { kept } = capExposure(
      { ...estimate, byLeft: estimate.byLeft.map((wants) => wants * attention) },
      { listLength, reviewsOf: new Float64Array(size.candidates).fill(reviews * share) },
    );
    return topBy(
      market,
      listLength,
      (edge) => kept[edge]! * estimate.byLeft[edge]! * estimate.byRight[edge]!,
    ).map((list, reader) => list.filter((candidate) => kept[reader * size.candidates + candidate] === 1));
  };

const sum = (a: number, b: number): number => a + b;
const times = (a: number, b: number): number => a * b;

/**
 * What TTN is compared with. Where a method has a setting, all are tried on each market and the best counts, though
 * nobody could know beforehand which it is.
 */
export const BASELINES: Readonly<Record<string, readonly Ranking[]>> = {
  random: [random],
  oneSided: [oneSided],
  harmonic: [harmonic],
  product: [product],
  tuIpfp: [
    transferable(sum, 0.1),
    transferable(sum, 0.05),
    transferable(times, 0.05),
    transferable(times, 0.02),
  ],
  exposureCapped: [exposureCapped(1), exposureCapped(0.8), exposureCapped(0.6), exposureCapped(0.5)],
};
