import type { Edges, Seats } from './edges.js';

/** What the rights hold while proposals come in: per right a heap with its least liked edge on top. */
export class HeldEdges {
  private readonly heaps: Uint32Array;
  private readonly begins: Uint32Array;
  private readonly sizes: Uint32Array;
  private readonly loads: Float64Array;
  private readonly kept: Uint8Array;

  constructor(
    private readonly edges: Edges,
    private readonly seats: Seats,
  ) {
    const { right, rights } = edges;
    this.begins = new Uint32Array(rights + 1);
    for (const each of right) this.begins[each + 1]! += 1;
    for (let at = 0; at < rights; at += 1) this.begins[at + 1]! += this.begins[at]!;
    this.heaps = new Uint32Array(right.length);
    this.sizes = new Uint32Array(rights);
    this.loads = new Float64Array(rights);
    this.kept = new Uint8Array(right.length);
  }

  /** Takes an edge and returns those that are dropped for it, perhaps itself. */
  take(edge: number): number[] {
    const right = this.edges.right[edge]!;
    const most = this.seats.ofRight[right] ?? 0;
    this.push(right, edge);
    this.loads[right]! += this.loadOf(edge);
    const dropped: number[] = [];
    while (this.loads[right]! > most + ROUNDING && this.sizes[right]! > 0) {
      const worst = this.pop(right);
      this.loads[right]! -= this.loadOf(worst);
      dropped.push(worst);
    }
    return dropped;
  }

  result(): { readonly kept: Uint8Array; readonly count: number } {
    return { kept: this.kept, count: this.sizes.reduce((sum, size) => sum + size, 0) };
  }

  private loadOf(edge: number): number {
    return this.seats.load === undefined ? 1 : this.seats.load[edge]!;
  }

  /** A total order, so that no two edges of a right are equal. */
  private isWorse(a: number, b: number): boolean {
    const { byRight } = this.edges;
    return byRight[a]! < byRight[b]! || (byRight[a] === byRight[b] && a > b);
  }

  private push(right: number, edge: number): void {
    const { heaps } = this;
    const base = this.begins[right]!;
    let at = this.sizes[right]!++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isWorse(edge, heaps[base + parent]!)) break;
      heaps[base + at] = heaps[base + parent]!;
      at = parent;
    }
    heaps[base + at] = edge;
    this.kept[edge] = 1;
  }

  private pop(right: number): number {
    const { heaps } = this;
    const base = this.begins[right]!;
    const top = heaps[base]!;
    const size = (this.sizes[right]! -= 1);
    const last = heaps[base + size]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.isWorse(heaps[base + child + 1]!, heaps[base + child]!)) child += 1;
      if (!this.isWorse(heaps[base + child]!, last)) break;
      heaps[base + at] = heaps[base + child]!;
      at = child;
    }
    heaps[base + at] = last;
    this.kept[top] = 0;
    return top;
  }
}

/** Sums of loads are rounded; a seat is not lost to the last digit. */
const ROUNDING = 1e-9;
