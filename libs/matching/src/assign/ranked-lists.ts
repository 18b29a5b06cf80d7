import type { Edges } from './edges.js';
import { edgesWhere, grouped, type Grouped } from './grouped.js';

/**
 * What each left would propose, its best first: the list of left `i` is at the places `begins[i] .. ends[i]`. What is
 * asked of a place stands side by side, because a look at the edges themselves is a look at distant memory.
 */
export interface RankedLists {
  readonly begins: Uint32Array;
  readonly ends: Uint32Array;
  readonly edge: Uint32Array;
  readonly right: Uint32Array;
  /** What the right thinks of it. */
  readonly liking: Float64Array;
}

/** Longer lists are left to the sort of the engine. */
const SHORT = 64;

/**
 * Lists of the edges that both sides want; of equal opinions the right with the smaller number comes first. Edges that
 * name nobody are left out, and of a pair named twice the one that counts less (the left's opinion first).
 */
export function rankedLists(edges: Edges): RankedLists {
  const { left, right, lefts, rights, byLeft, byRight } = edges;
  const wanted = edgesWhere(
    left.length,
    (edge) => byLeft[edge]! > 0 && byRight[edge]! > 0 && left[edge]! < lefts && right[edge]! < rights,
  );
  const byNumber = isAscending(right, wanted) ? wanted : grouped(rights, right, wanted).order;
  return new ListSorter(edges, grouped(lefts, left, byNumber)).lists();
}

function isAscending(key: Uint32Array, edges: Uint32Array): boolean {
  let last = 0;
  for (const edge of edges) {
    if (key[edge]! < last) return false;
    last = key[edge]!;
  }
  return true;
}

/** Numbers of a record: both opinions and the right. */
const RECORD = 3;

/**
 * Sorts one list after the other, each on a desk of its own. The edges of a left lie far apart, so what is asked of
 * an edge is first written side by side: one look at distant memory instead of three.
 */
class ListSorter {
  private readonly records: Float64Array;
  private readonly deskEdge: Uint32Array;
  private readonly deskRight: Uint32Array;
  private readonly deskLiking: Float64Array;
  /** The desk in its order, best first: keys, and where on the desk each lies. */
  private readonly keys: Float64Array;
  private readonly places: Uint32Array;

  constructor(
    { left, right, byLeft, byRight }: Edges,
    private readonly groups: Grouped,
  ) {
    this.records = new Float64Array(RECORD * left.length);
    for (let edge = 0; edge < left.length; edge += 1) {
      this.records[RECORD * edge] = byLeft[edge]!;
      this.records[RECORD * edge + 1] = byRight[edge]!;
      this.records[RECORD * edge + 2] = right[edge]!;
    }
    const { begins } = groups;
    const longest = begins.reduce(
      (most, end, at) => (at === 0 ? 0 : Math.max(most, end - begins[at - 1]!)),
      0,
    );
    this.deskEdge = new Uint32Array(longest);
    this.deskRight = new Uint32Array(longest);
    this.deskLiking = new Float64Array(longest);
    this.keys = new Float64Array(longest);
    this.places = new Uint32Array(longest);
  }

  lists(): RankedLists {
    const { begins, order } = this.groups;
    const ends = begins.slice(0, -1);
    const right = new Uint32Array(order.length);
    const liking = new Float64Array(order.length);
    for (let left = 0; left < ends.length; left += 1) {
      const from = begins[left]!;
      const size = this.layOut(from, begins[left + 1]!);
      this.sort(size);
      ends[left] = from + size;
      for (let at = 0; at < size; at += 1) {
        const place = this.places[at]!;
        order[from + at] = this.deskEdge[place]!;
        right[from + at] = this.deskRight[place]!;
        liking[from + at] = this.deskLiking[place]!;
      }
    }
    return { begins, ends, edge: order, right, liking };
  }

  /** Puts a list on the desk, in the order of the rights, each right once; returns its length. */
  private layOut(from: number, to: number): number {
    const { records, deskEdge, deskRight, deskLiking, keys } = this;
    let size = 0;
    for (let at = from; at < to; at += 1) {
      const edge = this.groups.order[at]!;
      const [key, liking, right] = [
        records[RECORD * edge]!,
        records[RECORD * edge + 1]!,
        records[RECORD * edge + 2]!,
      ];
      const last = size - 1;
      if (size === 0 || deskRight[last] !== right) size += 1;
      else if (key < keys[last]! || (key === keys[last] && liking <= deskLiking[last]!)) continue;
      deskEdge[size - 1] = edge;
      deskRight[size - 1] = right;
      deskLiking[size - 1] = liking;
      keys[size - 1] = key;
    }
    for (let at = 0; at < size; at += 1) this.places[at] = at;
    return size;
  }

  /** Best first; equal ones keep their order. */
  private sort(size: number): void {
    const { keys, places } = this;
    if (size > SHORT) {
      places.subarray(0, size).sort((a, b) => keys[b]! - keys[a]!);
      return;
    }
    for (let from = 1; from < size; from += 1) {
      const key = keys[from]!;
      let at = from;
      for (; at > 0 && keys[at - 1]! < key; at -= 1) {
        keys[at] = keys[at - 1]!;
        places[at] = places[at - 1]!;
      }
      keys[at] = key;
      places[at] = from;
    }
  }
}
