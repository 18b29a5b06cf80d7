import { MinHeap } from './min-heap.js';

/** A bipartite graph whose edges are worth something when both ends take part. */
export interface WeightedEdges {
  readonly lefts: number;
  readonly rights: number;
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  /** Edges worth 0 or less are never taken. */
  readonly weight: ArrayLike<number>;
}

export interface WeightedMatching {
  /** 1 where the edge is taken. */
  readonly kept: Uint8Array;
  readonly value: number;
  /** No choice of edges is worth more: the value of the dual prices that the search ends with. Equal to `value` but for rounding. */
  readonly bound: number;
}

/**
 * The most valuable choice of edges that uses each left and right at most as often as it has seats (maximum-weight
 * b-matching, each edge at most once), exactly, by shortest augmenting paths with prices (Kuhn 1955; Jonker and
 * Volgenant 1987): seat after seat of the lefts is placed where it adds most, moving others when that pays.
 */
export function weightedMatching(
  edges: WeightedEdges,
  seatsOfLeft: ArrayLike<number>,
  seatsOfRight: ArrayLike<number>,
): WeightedMatching {
  const search = new PathSearch(edges, seatsOfRight);
  for (let left = 0; left < edges.lefts; left += 1) {
    const seats = Math.min(seatsOfLeft[left] ?? 0, search.degreeOf(left));
    for (let seat = 0; seat < seats; seat += 1) if (!search.place(left)) break;
  }
  return search.result(seatsOfLeft, seatsOfRight);
}

/** Edges of each node, `order[begins[i] .. begins[i + 1]]`. */
function grouped(
  nodes: number,
  node: ArrayLike<number>,
  count: number,
): { begins: Uint32Array; order: Uint32Array } {
  const begins = new Uint32Array(nodes + 1);
  for (let edge = 0; edge < count; edge += 1) begins[node[edge]! + 1]! += 1;
  for (let at = 0; at < nodes; at += 1) begins[at + 1]! += begins[at]!;
  const next = begins.slice();
  const order = new Uint32Array(count);
  for (let edge = 0; edge < count; edge += 1) order[next[node[edge]!]!++] = edge;
  return { begins, order };
}

const NOBODY = -1;

/** Nodes are numbered lefts first, then rights. */
class PathSearch {
  private readonly kept: Uint8Array;
  private readonly price: Float64Array;
  private readonly spare: Int32Array;
  private readonly distance: Float64Array;
  private readonly via: Int32Array;
  private readonly isDone: Uint8Array;
  private readonly heap = new MinHeap();
  private readonly byLeft: { begins: Uint32Array; order: Uint32Array };
  private readonly byRight: { begins: Uint32Array; order: Uint32Array };

  constructor(
    private readonly edges: WeightedEdges,
    seatsOfRight: ArrayLike<number>,
  ) {
    const { lefts, rights, left, right, weight } = edges;
    const nodes = lefts + rights;
    this.kept = new Uint8Array(weight.length);
    this.price = new Float64Array(nodes);
    this.spare = Int32Array.from({ length: rights }, (_, at) => seatsOfRight[at] ?? 0);
    this.distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    this.via = new Int32Array(nodes).fill(NOBODY);
    this.isDone = new Uint8Array(nodes);
    this.byLeft = grouped(lefts, left, weight.length);
    this.byRight = grouped(rights, right, weight.length);
    for (let edge = 0; edge < weight.length; edge += 1)
      this.price[left[edge]!] = Math.max(this.price[left[edge]!]!, weight[edge]!);
  }

  degreeOf(left: number): number {
    return this.byLeft.begins[left + 1]! - this.byLeft.begins[left]!;
  }

  /** Gives one more seat of a left to whoever it is worth most; false when it stays empty. */
  place(start: number): boolean {
    const touched = [start];
    this.reach(start, 0, NOBODY, touched);
    let end = NOBODY;
    let best = Number.POSITIVE_INFINITY;
    for (let node = this.heap.pop(); node !== undefined; node = this.heap.pop()) {
      if (this.isDone[node] === 1) continue;
      const distance = this.distance[node]!;
      if (distance >= best) break;
      this.isDone[node] = 1;
      const leaving = distance + this.costOfEnding(node);
      if (leaving < best) {
        best = leaving;
        end = node;
      }
      this.relax(node, distance, touched);
    }
    this.reprice(touched, best);
    const isPlaced = end !== start;
    this.flip(end);
    for (const node of touched) {
      this.distance[node] = Number.POSITIVE_INFINITY;
      this.via[node] = NOBODY;
      this.isDone[node] = 0;
    }
    this.heap.clear();
    return isPlaced;
  }

  /** A path ends at a right with a spare seat, or at a left that leaves a seat of its own empty. */
  private costOfEnding(node: number): number {
    const { lefts } = this.edges;
    if (node >= lefts && this.spare[node - lefts]! <= 0) return Number.POSITIVE_INFINITY;
    return this.price[node]!;
  }

  private relax(node: number, distance: number, touched: number[]): void {
    const { lefts, left, right } = this.edges;
    const isLeft = node < lefts;
    const { begins, order } = isLeft ? this.byLeft : this.byRight;
    const at = isLeft ? node : node - lefts;
    for (let next = begins[at]!; next < begins[at + 1]!; next += 1) {
      const edge = order[next]!;
      // From a left one goes along a free edge, from a right back along a kept one.
      if ((this.kept[edge] === 1) === isLeft) continue;
      const surplus = this.surplus(edge);
      const step = Math.max(0, isLeft ? surplus : -surplus);
      this.reach(isLeft ? lefts + right[edge]! : left[edge]!, distance + step, edge, touched);
    }
  }

  /** What the two prices exceed the worth of an edge by. */
  private surplus(edge: number): number {
    const { lefts, left, right, weight } = this.edges;
    return this.price[left[edge]!]! + this.price[lefts + right[edge]!]! - weight[edge]!;
  }

  private reach(node: number, distance: number, edge: number, touched: number[]): void {
    if (distance >= this.distance[node]!) return;
    if (this.distance[node] === Number.POSITIVE_INFINITY && edge !== NOBODY) touched.push(node);
    this.distance[node] = distance;
    this.via[node] = edge;
    this.heap.push(node, distance);
  }

  private reprice(touched: readonly number[], best: number): void {
    for (const node of touched) {
      const slack = best - this.distance[node]!;
      if (slack <= 0) continue;
      this.price[node]! += node < this.edges.lefts ? -slack : slack;
    }
  }

  /** Takes every other edge of the path that ends here, and frees those between. */
  private flip(end: number): void {
    const { lefts, left, right } = this.edges;
    if (end >= lefts) this.spare[end - lefts]! -= 1;
    for (let node = end, edge = this.via[node]!; edge !== NOBODY; edge = this.via[node]!) {
      this.kept[edge] = node >= lefts ? 1 : 0;
      node = node >= lefts ? left[edge]! : lefts + right[edge]!;
    }
  }

  result(seatsOfLeft: ArrayLike<number>, seatsOfRight: ArrayLike<number>): WeightedMatching {
    const { lefts, rights, weight } = this.edges;
    let value = 0;
    let bound = 0;
    for (let edge = 0; edge < weight.length; edge += 1) {
      if (this.kept[edge] === 1) value += weight[edge]!;
      bound += Math.max(0, -this.surplus(edge));
    }
    for (let at = 0; at < lefts; at += 1)
      bound += Math.min(seatsOfLeft[at] ?? 0, this.degreeOf(at)) * Math.max(0, this.price[at]!);
    for (let at = 0; at < rights; at += 1)
      bound += (seatsOfRight[at] ?? 0) * Math.max(0, this.price[lefts + at]!);
    return { kept: this.kept, value, bound };
  }
}
