import { augment } from './augment.js';
import { EVEN, Forest, FREE, NONE, ODD, type PairEdge } from './forest.js';
import { expand, shrink } from './shrink.js';

export interface GeneralMatching {
  /** By vertex: its partner, or -1. */
  readonly partner: Int32Array;
  readonly value: number;
  /** No matching is worth more: the value of the dual prices, equal to `value`. */
  readonly bound: number;
  readonly priceOfVertex: (vertex: number) => number;
  /** What an edge between two vertices must be worth to add anything, were it there: both prices, and of blossoms. */
  readonly priceOf: (a: number, b: number) => number;
}

/**
 * The matching of largest weight in any graph (Edmonds 1965, in the O(n³) form of Galil 1986, as written down by van
 * Rantwijk in 2008). Weights are whole numbers; edges of weight 0 or less are never taken.
 */
export function generalMatching(vertices: number, edges: readonly PairEdge[]): GeneralMatching {
  const useful = edges.filter(({ weight }) => weight > 0);
  const forest = new Forest(vertices, useful);
  while (vertices > 0 && runStage(forest)) {
    for (let node = vertices; node < 2 * vertices; node += 1)
      if (isTop(forest, node) && forest.label[node] === EVEN && forest.price[node] === 0)
        expand(forest, node, true);
  }
  return resultOf(forest);
}

/** One stage: grows trees from all single vertices until a path is found; false when the matching is the best. */
function runStage(forest: Forest): boolean {
  forest.clear();
  for (let vertex = 0; vertex < forest.vertices; vertex += 1)
    if (forest.mate[vertex] === NONE && forest.label[forest.outermost[vertex]!] === FREE)
      forest.assign(vertex, EVEN, NONE);
  for (;;) {
    if (grow(forest)) return true;
    if (!reprice(forest)) return false;
  }
}

/** Looks along the edges of all even vertices; true when the matching grew. */
function grow(forest: Forest): boolean {
  for (let vertex = forest.queue.pop(); vertex !== undefined; vertex = forest.queue.pop())
    for (const end of forest.farEnds[vertex]!) if (look(forest, vertex, end)) return true;
  return false;
}

function look(forest: Forest, vertex: number, end: number): boolean {
  const { label, outermost, isTight } = forest;
  const edge = end >> 1;
  const other = forest.ends[end]!;
  if (outermost[vertex] === outermost[other]) return false;
  if (isTight[edge] === 0 && forest.slack(edge) <= 0) isTight[edge] = 1;
  const otherLabel = label[outermost[other]!];
  if (isTight[edge] === 0) {
    if (otherLabel === EVEN) keepBest(forest, outermost[vertex]!, edge);
    else if (label[other] === FREE) keepBest(forest, other, edge);
    return false;
  }
  if (otherLabel === FREE) forest.assign(other, ODD, end ^ 1);
  else if (otherLabel === EVEN) return meet(forest, vertex, other, edge);
  else if (label[other] === FREE) {
    label[other] = ODD;
    forest.labelEnd[other] = end ^ 1;
  }
  return false;
}

function meet(forest: Forest, vertex: number, other: number, edge: number): boolean {
  const base = forest.commonBase(vertex, other);
  if (base === NONE) augment(forest, edge);
  else shrink(forest, base, edge);
  return base === NONE;
}

function keepBest(forest: Forest, node: number, edge: number): void {
  const best = forest.bestEdge[node]!;
  if (best === NONE || forest.slack(edge) < forest.slack(best)) forest.bestEdge[node] = edge;
}

const isTop = (forest: Forest, node: number): boolean =>
  forest.base[node]! >= 0 && forest.parent[node] === NONE;

/** What limits the next change of prices, and by how much. */
interface Limit {
  readonly delta: number;
  /** Or `NONE`. */
  readonly edge: number;
  readonly blossom: number;
}

/** Changes the prices as far as possible and uses what that opens; false when nothing can become better. */
function reprice(forest: Forest): boolean {
  const limit = limitOf(forest);
  applyDelta(forest, limit.delta);
  if (limit.edge !== NONE) {
    forest.isTight[limit.edge] = 1;
    const { a, b } = forest.edges[limit.edge]!;
    forest.queue.push(forest.label[forest.outermost[a]!] === EVEN ? a : b);
    return true;
  }
  if (limit.blossom === NONE) return false;
  expand(forest, limit.blossom, false);
  return true;
}

function limitOf(forest: Forest): Limit {
  const { vertices, label, outermost, bestEdge, price } = forest;
  let delta = Number.POSITIVE_INFINITY;
  let [edge, blossom] = [NONE, NONE];
  for (let vertex = 0; vertex < vertices; vertex += 1) delta = Math.min(delta, price[vertex]!);
  const consider = (next: number, atEdge: number, atBlossom: number): void => {
    if (next < delta) [delta, edge, blossom] = [next, atEdge, atBlossom];
  };
  for (let vertex = 0; vertex < vertices; vertex += 1) {
    const best = bestEdge[vertex]!;
    if (best !== NONE && label[outermost[vertex]!] === FREE) consider(forest.slack(best), best, NONE);
  }
  for (let node = 0; node < 2 * vertices; node += 1) {
    if (label[node] === FREE || !isTop(forest, node)) continue;
    const best = bestEdge[node]!;
    if (label[node] === EVEN && best !== NONE) consider(forest.slack(best) / 2, best, NONE);
    if (forest.isBlossom(node) && label[node] === ODD) consider(price[node]!, NONE, node);
  }
  return { delta, edge, blossom };
}

function applyDelta(forest: Forest, delta: number): void {
  const { vertices, label, outermost, price } = forest;
  const sign = (of: number | undefined): number => (of === EVEN ? 1 : of === ODD ? -1 : 0);
  for (let vertex = 0; vertex < vertices; vertex += 1)
    price[vertex]! -= delta * sign(label[outermost[vertex]!]);
  for (let node = vertices; node < 2 * vertices; node += 1)
    if (isTop(forest, node)) price[node]! += delta * sign(label[node]);
}

function resultOf(forest: Forest): GeneralMatching {
  const { vertices, mate, ends, edges, price } = forest;
  const partner = mate.map((end) => (end === NONE ? NONE : ends[end]!));
  let twice = 0;
  for (let vertex = 0; vertex < vertices; vertex += 1) twice += price[vertex]!;
  for (let node = vertices; node < 2 * vertices; node += 1)
    if (forest.base[node]! >= 0) twice += price[node]! * (forest.leaves(node).length - 1);
  const value = mate.reduce(
    (sum, end, vertex) => (end !== NONE && ends[end]! > vertex ? sum + edges[end >> 1]!.weight : sum),
    0,
  );
  return {
    partner,
    value,
    bound: twice / 2,
    priceOfVertex: (vertex) => price[vertex]! / 2,
    priceOf: (a, b) => priceOfEdge(forest, a, b) / 2,
  };
}

/** Twice the price of an edge: of its vertices, and of each blossom that holds both. */
function priceOfEdge({ price, parent }: Forest, a: number, b: number): number {
  const around: number[] = [];
  for (let node = parent[a]!; node !== NONE; node = parent[node]!) around.push(node);
  let twice = price[a]! + price[b]!;
  for (let node = parent[b]!; node !== NONE; node = parent[node]!)
    if (around.includes(node)) twice += 2 * price[node]!;
  return twice;
}
