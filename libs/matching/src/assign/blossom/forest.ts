/** An undirected edge of a general graph. */
export interface PairEdge {
  readonly a: number;
  readonly b: number;
  /** A whole number, so that all prices stay exact. */
  readonly weight: number;
}

export const NONE = -1;
/** Labels of the alternating forest: on an even place, on an odd place, and a mark while a path is followed. */
export const FREE = 0;
export const EVEN = 1;
export const ODD = 2;
export const CRUMB = 5;

/**
 * State of the search for a maximum-weight matching in a general graph: mates, prices, the alternating forest and the
 * blossoms (odd circles shrunk to one node). Vertices are 0..n−1, blossoms n..2n−1. An edge `k` has two ends, `2k` at
 * its `a` and `2k + 1` at its `b`; a mate or a label is remembered by the end of the edge it came by.
 */
export class Forest {
  readonly ends: readonly number[];
  /** By vertex: the far ends of its edges. */
  readonly farEnds: readonly (readonly number[])[];
  readonly mate: number[];
  readonly label: number[];
  readonly labelEnd: number[];
  /** By vertex: the outermost blossom that holds it, or itself. */
  readonly outermost: number[];
  readonly parent: number[];
  readonly children: (number[] | undefined)[];
  readonly childEnds: (number[] | undefined)[];
  readonly base: number[];
  readonly bestEdge: number[];
  readonly bestEdges: (number[] | undefined)[];
  readonly unused: number[];
  readonly price: number[];
  readonly isTight: boolean[];
  queue: number[] = [];

  constructor(
    readonly vertices: number,
    readonly edges: readonly PairEdge[],
  ) {
    const nodes = 2 * vertices;
    const both = <Value>(value: Value): Value[] => new Array<Value>(nodes).fill(value);
    const own = Array.from({ length: vertices }, (_, at) => at);
    const farEnds: number[][] = own.map(() => []);
    for (const [k, { a, b }] of edges.entries()) {
      farEnds[a]!.push(2 * k + 1);
      farEnds[b]!.push(2 * k);
    }
    this.farEnds = farEnds;
    this.ends = edges.flatMap(({ a, b }) => [a, b]);
    this.mate = own.map(() => NONE);
    this.label = both(FREE);
    this.labelEnd = both(NONE);
    this.outermost = [...own];
    this.parent = both(NONE);
    this.children = both<number[] | undefined>(undefined);
    this.childEnds = both<number[] | undefined>(undefined);
    this.base = [...own, ...own.map(() => NONE)];
    this.bestEdge = both(NONE);
    this.bestEdges = both<number[] | undefined>(undefined);
    this.unused = own.map((at) => at + vertices);
    const highest = edges.reduce((most, { weight }) => Math.max(most, weight), 0);
    this.price = [...own.map(() => highest), ...own.map(() => 0)];
    this.isTight = edges.map(() => false);
  }

  /** What the prices of its vertices exceed twice the worth of an edge by; not for edges inside a blossom. */
  slack(edge: number): number {
    const { a, b, weight } = this.edges[edge]!;
    return this.price[a]! + this.price[b]! - 2 * weight;
  }

  isBlossom(node: number): boolean {
    return node >= this.vertices;
  }

  /** All vertices in a node. */
  leaves(node: number): number[] {
    return this.isBlossom(node) ? (this.children[node] ?? []).flatMap((child) => this.leaves(child)) : [node];
  }

  /** Forgets the forest, not the matching, the blossoms and the prices. */
  clear(): void {
    this.label.fill(FREE);
    this.bestEdge.fill(NONE);
    this.bestEdges.fill(undefined);
    this.isTight.fill(false);
    this.queue = [];
  }

  /** Labels the node of a vertex as reached through an end; the mate of an odd one is even. */
  assign(vertex: number, label: number, end: number): void {
    const node = this.outermost[vertex]!;
    this.label[vertex] = this.label[node] = label;
    this.labelEnd[vertex] = this.labelEnd[node] = end;
    this.bestEdge[vertex] = this.bestEdge[node] = NONE;
    if (label === EVEN) this.queue.push(...this.leaves(node));
    else {
      const through = this.mate[this.base[node]!]!;
      this.assign(this.ends[through]!, EVEN, through ^ 1);
    }
  }

  /** Follows both vertices to the root: the base where the paths meet, or `NONE` when they lead to two roots. */
  commonBase(from: number, other: number): number {
    const path: number[] = [];
    let base = NONE;
    let [v, w] = [from, other];
    while (v !== NONE || w !== NONE) {
      const node = this.outermost[v]!;
      if ((this.label[node]! & 4) !== 0) {
        base = this.base[node]!;
        break;
      }
      path.push(node);
      this.label[node] = CRUMB;
      v = this.twoStepsUp(node);
      if (w !== NONE) [v, w] = [w, v];
    }
    for (const node of path) this.label[node] = EVEN;
    return base;
  }

  private twoStepsUp(node: number): number {
    if (this.labelEnd[node] === NONE) return NONE;
    const odd = this.outermost[this.ends[this.labelEnd[node]!]!]!;
    return this.ends[this.labelEnd[odd]!]!;
  }
}
