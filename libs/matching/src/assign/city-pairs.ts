import { generalMatching } from './blossom/general-matching.js';
import type { PairEdge } from './blossom/forest.js';

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

const keyOf = (a: string, b: string): string => (a < b ? `${a}\0${b}` : `${b}\0${a}`);

interface Worth extends CityPair {
  readonly weight: number;
}

/** The pairs that may be, each once, with their worth. */
function possiblePairs({ cities, pairs, met = [], missed = {} }: PairingInput): Worth[] {
  const known = new Set(cities);
  const barred = new Set(met.map(([a, b]) => keyOf(a, b)));
  const isPossible = ({ a, b, score }: CityPair): boolean =>
    a !== b && known.has(a) && known.has(b) && !barred.has(keyOf(a, b)) && score > 0;
  const bonus = (city: string): number => BONUS_PER_MISS * (missed[city] ?? 0);
  const best = new Map<string, Worth>();
  for (const pair of pairs.filter(isPossible)) {
    const key = keyOf(pair.a, pair.b);
    const weight = Math.round((pair.score + bonus(pair.a) + bonus(pair.b)) * UNIT);
    if (weight > (best.get(key)?.weight ?? 0)) best.set(key, { ...pair, weight });
  }
  return [...best].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, worth]) => worth);
}

/** Cities and pairs as a graph in which nobody has more than one partner. */
class PairGraph {
  vertices = 0;
  readonly edges: PairEdge[] = [];
  /** The pair an edge stands for. */
  private readonly pairOf: (Worth | undefined)[] = [];
  private readonly detours = new Set<Worth>();
  private readonly places = new Map<string, number[]>();

  addCity(city: string, capacity: number): void {
    this.places.set(
      city,
      Array.from({ length: Math.max(0, Math.floor(capacity)) }, () => this.newVertex()),
    );
  }

  /**
   * Where both cities have several places, a pair goes through two vertices of its own, so that it is made at most
   * once: either both outer edges of the detour are taken, or the inner one, which stands for nothing.
   */
  addPair(pair: Worth): void {
    const [left, right] = [this.places.get(pair.a) ?? [], this.places.get(pair.b) ?? []];
    if (left.length <= 1 || right.length <= 1) {
      for (const l of left) for (const r of right) this.addEdge(l, r, pair.weight, pair);
      return;
    }
    const [inner, outer] = [this.newVertex(), this.newVertex()];
    for (const l of left) this.addEdge(l, inner, pair.weight, pair);
    this.addEdge(inner, outer, pair.weight);
    for (const r of right) this.addEdge(outer, r, pair.weight, pair);
    this.detours.add(pair);
  }

  /** What is counted for detours whatever is chosen. */
  get constant(): number {
    return sum([...this.detours]);
  }

  chosen(partner: readonly number[]): Worth[] {
    const taken = new Map<Worth, number>();
    for (const [at, { a, b }] of this.edges.entries()) {
      const pair = this.pairOf[at];
      if (pair !== undefined && partner[a] === b) taken.set(pair, (taken.get(pair) ?? 0) + 1);
    }
    return [...taken].flatMap(([pair, count]) => (count >= (this.detours.has(pair) ? 2 : 1) ? [pair] : []));
  }

  private newVertex(): number {
    this.vertices += 1;
    return this.vertices - 1;
  }

  private addEdge(a: number, b: number, weight: number, pair?: Worth): void {
    this.edges.push({ a, b, weight });
    this.pairOf.push(pair);
  }
}

/** The best pairing of cities for a round, exactly. The order of cities and pairs does not matter. */
export function pairCities(input: PairingInput): Pairing {
  const graph = new PairGraph();
  for (const city of [...new Set(input.cities)].sort()) graph.addCity(city, input.capacity?.[city] ?? 1);
  for (const pair of possiblePairs(input)) graph.addPair(pair);
  const { partner, bound } = generalMatching(graph.vertices, graph.edges);
  return pairingOf(input, graph.chosen(partner), bound - graph.constant);
}

const sum = (pairs: readonly Worth[]): number => pairs.reduce((total, { weight }) => total + weight, 0);

function pairingOf({ cities }: PairingInput, chosen: readonly Worth[], most: number): Pairing {
  const paired = new Set(chosen.flatMap(({ a, b }) => [a, b]));
  const [value, bound] = [sum(chosen) / UNIT, most / UNIT];
  return {
    pairs: [...chosen]
      .sort((x, y) => (keyOf(x.a, x.b) < keyOf(y.a, y.b) ? -1 : 1))
      .map(({ a, b, score }) => ({ a, b, score })),
    alone: [...new Set(cities)].filter((city) => !paired.has(city)).sort(),
    value,
    bound,
    gap: bound <= 0 ? 0 : Math.max(0, 1 - value / bound),
  };
}
