import type { Edges } from '#libs/matching';
import { seeded } from '../setting/seeded.js';

export interface MarketSize {
  readonly readers: number;
  readonly candidates: number;
  /** How much of an opinion is the popularity of the other side, 0..1; the rest is taste. */
  readonly skew: number;
  readonly seed: number;
}

/** A market in which each side has tastes of which the engine sees a part. Matrices: `reader · candidates + candidate`. */
export interface LatentMarket {
  readonly size: MarketSize;
  /** Probability that the reader answers when it looks at the candidate, and that the candidate accepts. */
  readonly wants: Float64Array;
  readonly welcomes: Float64Array;
  /** What the engine makes of it: everybody with everybody, `byLeft` and `byRight` for `wants` and `welcomes`. */
  readonly estimate: Edges;
  readonly people: readonly Belongings[];
}

/** What a candidate is, for the rules of a list. */
export interface Belongings {
  readonly owner: string;
  readonly city: string;
  readonly sector: string;
  readonly isSme: boolean;
  readonly isNew: boolean;
}

/** Dimensions of taste that profiles tell of, and those that nobody ever writes down. */
const TOLD = 8;
const UNTOLD = 8;
/** Share of the told dimensions that a profile leaves out. */
const NOT_FILLED_IN = 0.2;
/** Spread of what the engine takes the popularity of somebody for. */
const NOISE_OF_POPULARITY = 0.1;

class Dice {
  constructor(readonly next: () => number) {}

  /** Normally distributed, mean 0, spread 1 (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  normals(count: number): Float64Array {
    return Float64Array.from({ length: count }, () => this.normal());
  }

  upTo(count: number): number {
    return Math.floor(this.next() * count);
  }
}

/** One side: what it looks for and what it is, in all dimensions, and how much of that its profiles tell. */
interface Side {
  readonly count: number;
  readonly seeks: Float64Array;
  readonly is: Float64Array;
  /** 1 where told. */
  readonly told: Uint8Array;
  readonly popularity: Float64Array;
  readonly seemingPopularity: Float64Array;
}

function side(count: number, dice: Dice): Side {
  const popularity = Float64Array.from({ length: count }, (_, at) => (at + 0.5) / count);
  return {
    count,
    seeks: dice.normals(count * (TOLD + UNTOLD)),
    is: dice.normals(count * (TOLD + UNTOLD)),
    told: Uint8Array.from({ length: count * TOLD }, () => (dice.next() < NOT_FILLED_IN ? 0 : 1)),
    popularity,
    seemingPopularity: popularity.map((of) => bounded(of + NOISE_OF_POPULARITY * dice.normal())),
  };
}

const bounded = (value: number): number => Math.max(0.01, Math.min(0.99, value));

/** Distribution function of the normal distribution (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = 0.3989422804 * Math.exp((-z * z) / 2) * poly;
  return z > 0 ? 1 - tail : tail;
}

/** How `judge` likes `judged`, truly and as far as the profiles tell: shares of the normal distribution, mean 0.5. */
function taste(judge: Side, at: number, judged: Side, other: number): [truly: number, told: number] {
  const all = TOLD + UNTOLD;
  let [truth, told, known] = [0, 0, 0];
  for (let k = 0; k < all; k += 1) {
    const term = judge.seeks[at * all + k]! * judged.is[other * all + k]!;
    truth += term;
    if (k >= TOLD || judge.told[at * TOLD + k] === 0 || judged.told[other * TOLD + k] === 0) continue;
    told += term;
    known += 1;
  }
  // What is not known spreads the truth round what is told.
  return [normalShare(truth / Math.sqrt(all)), normalShare(told / Math.sqrt(2 * all - known))];
}

/** The same market for the same size, skew and seed. */
export function latentMarket(size: MarketSize): LatentMarket {
  const dice = new Dice(seeded(size.seed));
  const [readers, candidates] = [side(size.readers, dice), side(size.candidates, dice)];
  const count = size.readers * size.candidates;
  const matrix = (): Float64Array => new Float64Array(count);
  const [wants, welcomes, byLeft, byRight] = [matrix(), matrix(), matrix(), matrix()];
  const opinion = (own: number, popularity: number): number =>
    bounded((1 - size.skew) * own + size.skew * popularity);
  for (let at = 0; at < count; at += 1) {
    const [reader, candidate] = [Math.floor(at / size.candidates), at % size.candidates];
    const [likes, seemsToLike] = taste(readers, reader, candidates, candidate);
    const [liked, seemsLiked] = taste(candidates, candidate, readers, reader);
    wants[at] = opinion(likes, candidates.popularity[candidate]!);
    byLeft[at] = opinion(seemsToLike, candidates.seemingPopularity[candidate]!);
    welcomes[at] = opinion(liked, readers.popularity[reader]!);
    byRight[at] = opinion(seemsLiked, readers.seemingPopularity[reader]!);
  }
  return {
    size,
    wants,
    welcomes,
    estimate: {
      lefts: size.readers,
      rights: size.candidates,
      left: Uint32Array.from({ length: count }, (_, at) => Math.floor(at / size.candidates)),
      right: Uint32Array.from({ length: count }, (_, at) => at % size.candidates),
      byLeft,
      byRight,
    },
    people: Array.from({ length: size.candidates }, (_, at) => ({
      owner: `owner-${at}`,
      city: `city-${dice.upTo(40)}`,
      sector: `sector-${dice.upTo(12)}`,
      isSme: dice.next() < 0.7,
      isNew: dice.next() < 0.1,
    })),
  };
}
