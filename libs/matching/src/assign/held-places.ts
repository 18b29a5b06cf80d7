import type { Edges, Seats } from './edges.js';
import type { RankedLists } from './ranked-lists.js';

/** Nobody was dropped. */
export const NONE_DROPPED = -1;
/** Sums of loads are rounded; a seat is not lost to the last digit. */
const ROUNDING = 1e-9;

/**
 * What the rights hold while proposals come in: per right a heap with the least liked on top. What is held are places
 * of `RankedLists`.
 */
export class HeldPlaces {
  /** 1 where the place is held. */
  private readonly isHeld: Uint8Array;
  private readonly begins: Uint32Array;
  private readonly sizes: Uint32Array;
  private readonly loads: Float64Array;
  private readonly most: Float64Array;
  /** The heaps: places, whose they are, and what their rights think of them. */
  private readonly places: Uint32Array;
  private readonly lefts: Uint32Array;
  private readonly likings: Float64Array;

  constructor(
    private readonly lists: RankedLists,
    private readonly edges: Edges,
    private readonly seats: Seats,
  ) {
    const { rights } = edges;
    this.isHeld = new Uint8Array(lists.edge.length);
    this.sizes = new Uint32Array(rights);
    this.loads = new Float64Array(rights);
    this.most = Float64Array.from({ length: rights }, (_, at) => seats.ofRight[at] ?? 0);
    this.begins = heapBegins(edges, seats.load === undefined ? this.most : undefined);
    this.places = new Uint32Array(this.begins[rights]!);
    this.lefts = new Uint32Array(this.begins[rights]!);
    this.likings = new Float64Array(this.begins[rights]!);
  }

  /** By edge, 1 where it is held. */
  kept(): { readonly kept: Uint8Array; readonly count: number } {
    const kept = new Uint8Array(this.edges.left.length);
    for (let place = 0; place < this.isHeld.length; place += 1)
      if (this.isHeld[place] === 1) kept[this.lists.edge[place]!] = 1;
    return { kept, count: this.sizes.reduce((sum, size) => sum + size, 0) };
  }

  /** Would the newcomer be the first to be dropped again? Most are, and need not be taken in for it. */
  refuses(left: number, place: number): boolean {
    const right = this.lists.right[place]!;
    return (
      this.sizes[right]! > 0 &&
      this.loads[right]! + this.loadOf(place) > this.most[right]! + ROUNDING &&
      this.isWorse(this.lists.liking[place]!, left, this.begins[right]!)
    );
  }

  add(left: number, place: number): void {
    const right = this.lists.right[place]!;
    this.loads[right]! += this.loadOf(place);
    this.push(right, left, place);
    this.isHeld[place] = 1;
  }

  /** Drops the least liked of a right that bears too much, and tells whose it was; or `NONE_DROPPED`. */
  overflow(right: number): number {
    if (this.sizes[right] === 0 || this.loads[right]! <= this.most[right]! + ROUNDING) return NONE_DROPPED;
    const top = this.begins[right]!;
    const [place, left] = [this.places[top]!, this.lefts[top]!];
    this.pop(right);
    this.loads[right]! -= this.loadOf(place);
    this.isHeld[place] = 0;
    return left;
  }

  /** A load that is none counts as one. */
  private loadOf(place: number): number {
    if (this.seats.load === undefined) return 1;
    const load = this.seats.load[this.lists.edge[place]!]!;
    return load >= 0 ? load : 1;
  }

  /** Of equal likings the left with the larger number is the worse: a total order, whatever the order of the edges. */
  private isWorse(liking: number, left: number, at: number): boolean {
    const other = this.likings[at]!;
    return liking < other || (liking === other && left > this.lefts[at]!);
  }

  private push(right: number, left: number, place: number): void {
    const liking = this.lists.liking[place]!;
    const base = this.begins[right]!;
    let at = this.sizes[right]!++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isWorse(liking, left, base + parent)) break;
      this.copy(base + parent, base + at);
      at = parent;
    }
    this.places[base + at] = place;
    this.lefts[base + at] = left;
    this.likings[base + at] = liking;
  }

  private pop(right: number): void {
    const base = this.begins[right]!;
    const size = (this.sizes[right]! -= 1);
    const last = base + size;
    const [left, liking] = [this.lefts[last]!, this.likings[last]!];
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const next = base + child + 1;
      if (child + 1 < size && this.isWorse(this.likings[next]!, this.lefts[next]!, base + child)) child += 1;
      if (this.isWorse(liking, left, base + child)) break;
      this.copy(base + child, base + at);
      at = child;
    }
    this.copy(last, base + at);
  }

  private copy(from: number, to: number): void {
    this.places[to] = this.places[from]!;
    this.lefts[to] = this.lefts[from]!;
    this.likings[to] = this.likings[from]!;
  }
}

/** Where the heap of each right begins: room for all its edges, or for its seats and the one too many. */
function heapBegins({ right, rights }: Edges, seats: Float64Array | undefined): Uint32Array {
  const begins = new Uint32Array(rights + 1);
  for (const each of right) if (each < rights) begins[each + 1]! += 1;
  for (let at = 0; at < rights; at += 1) {
    const most = seats === undefined ? begins[at + 1]! : Math.max(0, Math.floor(seats[at]!) || 0) + 1;
    begins[at + 1] = begins[at]! + Math.min(most, begins[at + 1]!);
  }
  return begins;
}
