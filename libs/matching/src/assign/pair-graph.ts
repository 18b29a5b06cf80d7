import type { PairEdge } from './blossom/forest.js';
import { generalMatching } from './blossom/general-matching.js';

/** Two cities that may be paired, and what it is worth: a whole number, so that all prices stay exact. */
export interface WeighedPair {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

export interface BestPairs<Pair extends WeighedPair> {
  readonly chosen: readonly Pair[];
  /** No choice among these pairs is worth more. */
  readonly bound: number;
  /** Whether a pair that was not among these could add anything. False is certain, true is not. */
  readonly couldAdd: (pair: Pair) => boolean;
}

/** The best choice of pairs within the places of the cities, each pair at most once, exactly. */
export function bestPairs<Pair extends WeighedPair>(
  places: ReadonlyMap<string, number>,
  pairs: readonly Pair[],
): BestPairs<Pair> {
  const graph = new PairGraph<Pair>();
  for (const [city, count] of places) graph.addCity(city, count);
  for (const pair of pairs) graph.addPair(pair);
  return graph.solve();
}

/** Cities and pairs as a graph in which nobody has more than one partner. */
class PairGraph<Pair extends WeighedPair> {
  private vertices = 0;
  private readonly edges: PairEdge[] = [];
  /** The pair an edge stands for. */
  private readonly pairOf: (Pair | undefined)[] = [];
  private readonly detours = new Set<Pair>();
  private readonly places = new Map<string, number[]>();

  addCity(city: string, count: number): void {
    this.places.set(
      city,
      Array.from({ length: count }, () => this.newVertex()),
    );
  }

  /**
   * Where both cities have several places, a pair goes through two vertices of its own, so that it is made at most
   * once: either both outer edges of the detour are taken, or the inner one, which stands for nothing.
   */
  addPair(pair: Pair): void {
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

  solve(): BestPairs<Pair> {
    const { partner, bound, priceOf, priceOfVertex } = generalMatching(this.vertices, this.edges);
    const constant = [...this.detours].reduce((sum, { weight }) => sum + weight, 0);
    return {
      chosen: this.chosen(partner),
      bound: bound - constant,
      couldAdd: ({ a, b, weight }) => {
        const [left, right] = [this.places.get(a) ?? [], this.places.get(b) ?? []];
        // A detour would lie in no blossom.
        const isDetour = left.length > 1 && right.length > 1;
        const price = (l: number, r: number): number =>
          isDetour ? priceOfVertex(l) + priceOfVertex(r) : priceOf(l, r);
        return left.some((l) => right.some((r) => price(l, r) < weight));
      },
    };
  }

  private chosen(partner: Int32Array): Pair[] {
    const taken = new Map<Pair, number>();
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

  private addEdge(a: number, b: number, weight: number, pair?: Pair): void {
    this.edges.push({ a, b, weight });
    this.pairOf.push(pair);
  }
}
