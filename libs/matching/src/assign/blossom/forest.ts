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
  readonly ends: Int32Array;
  /** By vertex: the far ends of its edges. */
  readonly farEnds: readonly (readonly number[])[];
  readonly mate: Int32Array;
  readonly label: Int8Array;
  readonly labelEnd: Int32Array;
  /** By vertex: the outermost blossom that holds it, or itself. */
  readonly outermost: Int32Array;
  readonly parent: Int32Array;
  readonly children: (number[] | undefined)[];
  readonly childEnds: (number[] | undefined)[];
  readonly base: Int32Array;
  readonly bestEdge: Int32Array;
  readonly bestEdges: (number[] | undefined)[];
  readonly unused: number[];
  readonly price: Float64Array;
  /** By edge, 1 where it is known to be tight. */
  readonly isTight: Uint8Array;
  private readonly weights: Float64Array;
  queue: number[] = [];

  constructor(
    readonly vertices: number,
    readonly edges: readonly PairEdge[],
  ) {
    const nodes = 2 * vertices;
    const both = (value: number): Int32Array => new Int32Array(nodes).fill(value);
    const own = Int32Array.from({ length: vertices }, (_, at) => at);
    const farEnds = Array.from(own, (): number[] => []);
    this.ends = new Int32Array(2 * edges.length);
    for (const [k, { a, b }] of edges.entries()) {
      farEnds[a]!.push(2 * k + 1);
      farEnds[b]!.push(2 * k);
      this.ends[2 * k] = a;
      this.ends[2 * k + 1] = b;
    }
    this.farEnds = farEnds;
    this.mate = new Int32Array(vertices).fill(NONE);
    this.label = new Int8Array(nodes);
    this.labelEnd = both(NONE);
    this.outermost = own;
    this.parent = both(NONE);
    this.children = new Array<number[] | undefined>(nodes).fill(undefined);
    this.childEnds = new Array<number[] | undefined>(nodes).fill(undefined);
    this.base = both(NONE);
    this.base.set(own);
    this.bestEdge = both(NONE);
    this.bestEdges = new Array<number[] | undefined>(nodes).fill(undefined);
    this.unused = Array.from(own, (at) => at + vertices);
    this.weights = Float64Array.from(edges, ({ weight }) => weight);
    this.price = new Float64Array(nodes);
    this.price.fill(
      this.weights.reduce((most, weight) => Math.max(most, weight), 0),
      0,
      vertices,
    );
    this.isTight = new Uint8Array(edges.length);
  }

  /** What the prices of its vertices exceed twice the worth of an edge by; not for edges inside a blossom. */
  slack(edge: number): number {
    const { ends, price } = this;
    return price[ends[2 * edge]!]! + price[ends[2 * edge + 1]!]! - 2 * this.weights[edge]!;
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
    this.isTight.fill(0);
    this.queue = [];
  }

  /** Labels the node of a vertex as reached through an end; the mate of an odd one is even. */
  assign(vertex: number, label: number, end: number): void {
    const node = this.outermost[vertex]!;
    this.label[vertex] = this.label[node] = label;
    this.labelEnd[vertex] = this.labelEnd[node] = end;
    this.bestEdge[vertex] = this.bestEdge[node] = NONE;
    if (label === EVEN) {
      if (this.isBlossom(node)) this.queue.push(...this.leaves(node));
      else this.queue.push(node);
    } else {
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
