import { amount } from './bad-numbers.js';
import { bestPairs, type BestPairs, type WeighedPair } from './pair-graph.js';

/** Two cities that could be partners of a round, and how well they fit, 0..1. */
export interface CityPair {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

export interface PairingInput {
  readonly cities: readonly string[];
  readonly pairs: readonly CityPair[];
  /** Pairs of earlier rounds, not to be repeated. Order within a pair does not matter. */
  readonly met?: readonly (readonly [string, string])[];
  /** How often a city was left without a partner in earlier rounds: it comes first now. */
  readonly missed?: Readonly<Record<string, number>>;
  /** How many partners a city can take; default 1. */
  readonly capacity?: Readonly<Record<string, number>>;
}

export interface Pairing {
  readonly pairs: readonly CityPair[];
  /** Cities without any partner. */
  readonly alone: readonly string[];
  /** Sum of the scores, with the bonus for those left out before. */
  readonly value: number;
  /** No pairing is worth more. */
  readonly bound: number;
  readonly gap: number;
}

/** What each round without a partner adds to every pair of a city. */
const BONUS_PER_MISS = 0.5;
/** Scores are counted in millionths: whole numbers keep the search exact. */
const UNIT = 1_000_000;
/** How many pairs of each city are looked at first, and added when more are needed. */
const PAIRS_AT_A_TIME = 8;

const keyOf = (a: string, b: string): string => (a < b ? `${a}\0${b}` : `${b}\0${a}`);

interface Worth extends CityPair, WeighedPair {}

/** The pairs that may be, each once, with their worth: the most valuable first. */
function possiblePairs({ pairs, met = [], missed = {} }: PairingInput, places: Places): Worth[] {
  const barred = new Set(met.map(([a, b]) => keyOf(a, b)));
  const isPossible = ({ a, b, score }: CityPair): boolean =>
    a !== b && places.has(a) && places.has(b) && !barred.has(keyOf(a, b)) && score > 0;
  const bonus = (city: string): number => BONUS_PER_MISS * amount(missed[city] ?? 0);
  const best = new Map<string, Worth>();
  for (const pair of pairs.filter(isPossible)) {
    const key = keyOf(pair.a, pair.b);
    const weight = Math.round((Math.min(1, pair.score) + bonus(pair.a) + bonus(pair.b)) * UNIT);
    if (weight > (best.get(key)?.weight ?? 0)) best.set(key, { ...pair, weight });
  }
  return [...best]
    .sort(([x, { weight: ofX }], [y, { weight: ofY }]) => ofY - ofX || (x < y ? -1 : 1))
    .map(([, worth]) => worth);
}

type Places = ReadonlyMap<string, number>;

/** Cities that can take a partner, in their order, and how many each. */
function placesOf({ cities, capacity }: PairingInput): Places {
  const places = [...new Set(cities)]
    .sort()
    .map((city) => [city, Math.min(cities.length, Math.floor(amount(capacity?.[city] ?? 1)))] as const);
  return new Map(places.filter(([, count]) => count > 0));
}

/** The best few pairs of each city that has not got them yet. */
function fewOfEach(pairs: Iterable<Worth>, places: Places): Set<Worth> {
  const counts = new Map<string, number>();
  const isShort = (city: string): boolean => (counts.get(city) ?? 0) < PAIRS_AT_A_TIME + places.get(city)!;
  const few = new Set<Worth>();
  for (const pair of pairs) {
    if (!isShort(pair.a) && !isShort(pair.b)) continue;
    few.add(pair);
    for (const city of [pair.a, pair.b]) counts.set(city, (counts.get(city) ?? 0) + 1);
  }
  return few;
}

/**
 * The best pairing of cities for a round, exactly. The order of cities and pairs does not matter; of a pair given
 * twice the higher score counts; scores above 1 count as 1; a pair of one city, of unknown cities or without a score
 * above 0 is passed over.
 *
 * First only a few pairs of each city are looked at. The prices of that solution tell which of the others could add
 * anything; those join, until none could. So the result is the best of all pairs, and proven to be.
 */
export function pairCities(input: PairingInput): Pairing {
  const places = placesOf(input);
  const possible = possiblePairs(input, places);
  const inView = fewOfEach(possible, places);
  for (;;) {
    const best = bestPairs(places, [...inView].sort(byNames));
    const couldAdd = possible.filter((pair) => !inView.has(pair) && best.couldAdd(pair));
    if (couldAdd.length === 0) return pairingOf(input, best);
    for (const pair of fewOfEach(couldAdd, places)) inView.add(pair);
  }
}

const byNames = (x: CityPair, y: CityPair): number => (keyOf(x.a, x.b) < keyOf(y.a, y.b) ? -1 : 1);

function pairingOf({ cities }: PairingInput, { chosen, bound: most }: BestPairs<Worth>): Pairing {
  const paired = new Set(chosen.flatMap(({ a, b }) => [a, b]));
  const [value, bound] = [chosen.reduce((sum, { weight }) => sum + weight, 0) / UNIT, most / UNIT];
  return {
    pairs: [...chosen].sort(byNames).map(({ a, b, score }) => ({ a, b, score })),
    alone: [...new Set(cities)].filter((city) => !paired.has(city)).sort(),
    value,
    bound,
    gap: bound <= 0 ? 0 : Math.max(0, 1 - value / bound),
  };
}
