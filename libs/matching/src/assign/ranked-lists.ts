import type { Edges } from './edges.js';
import { beginsOf, edgesWhere, grouped } from './grouped.js';

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
  return new ListSorter(edges, byNumber).lists();
}

function isAscending(key: Uint32Array, edges: Uint32Array): boolean {
  for (let at = 1; at < edges.length; at += 1) if (key[edges[at]!]! < key[edges[at - 1]!]!) return false;
  return true;
}

/** A record as numbers: both opinions, and in the third the two names. */
const RECORD = 3;
/** The same as names: what lies behind the opinions is the edge and its right. */
const NAMES = 2 * RECORD;
const EDGE = 4;
const RIGHT = 5;

/**
 * Sorts one list after the other, each on a desk of its own. The edges of a left lie far apart, so what is asked of
 * an edge is first written where its list will stand: distant memory is written once, and never read.
 */
class ListSorter {
  private readonly begins: Uint32Array;
  private readonly opinions: Float64Array;
  private readonly names: Uint32Array;
  /** The desk in its order, best first: keys, and at which record each lies. */
  private readonly keys: Float64Array;
  private readonly places: Uint32Array;

  /** `byNumber`: the edges that count, in the order of their rights. */
  constructor({ left, right, lefts, byLeft, byRight }: Edges, byNumber: Uint32Array) {
    this.begins = beginsOf(lefts, left, byNumber);
    const records = new ArrayBuffer(RECORD * Float64Array.BYTES_PER_ELEMENT * byNumber.length);
    this.opinions = new Float64Array(records);
    this.names = new Uint32Array(records);
    const next = this.begins.slice(0, lefts);
    for (const edge of byNumber) {
      const record = next[left[edge]!]!++;
      this.opinions[RECORD * record] = byLeft[edge]!;
      this.opinions[RECORD * record + 1] = byRight[edge]!;
      this.names[NAMES * record + EDGE] = edge;
      this.names[NAMES * record + RIGHT] = right[edge]!;
    }
    let longest = 0;
    for (let at = 0; at < lefts; at += 1)
      longest = Math.max(longest, this.begins[at + 1]! - this.begins[at]!);
    this.keys = new Float64Array(longest);
    this.places = new Uint32Array(longest);
  }

  lists(): RankedLists {
    const { begins, names, opinions, places } = this;
    const ends = begins.slice(0, -1);
    const count = begins[begins.length - 1]!;
    const [edge, right] = [new Uint32Array(count), new Uint32Array(count)];
    const liking = new Float64Array(count);
    for (let left = 0; left < ends.length; left += 1) {
      const from = begins[left]!;
      const size = this.layOut(from, begins[left + 1]!);
      this.sort(size);
      ends[left] = from + size;
      for (let at = 0; at < size; at += 1) {
        const record = places[at]!;
        edge[from + at] = names[NAMES * record + EDGE]!;
        right[from + at] = names[NAMES * record + RIGHT]!;
        liking[from + at] = opinions[RECORD * record + 1]!;
      }
    }
    return { begins, ends, edge, right, liking };
  }

  /** Puts a list on the desk, in the order of the rights, each right once; returns its length. */
  private layOut(from: number, to: number): number {
    const { opinions, names, keys, places } = this;
    let size = 0;
    for (let record = from; record < to; record += 1) {
      const key = opinions[RECORD * record]!;
      const last = size - 1;
      const before = places[last];
      if (size === 0 || names[NAMES * before! + RIGHT] !== names[NAMES * record + RIGHT]) size += 1;
      else if (
        key < keys[last]! ||
        (key === keys[last] && opinions[RECORD * record + 1]! <= opinions[RECORD * before! + 1]!)
      )
        continue;
      keys[size - 1] = key;
      places[size - 1] = record;
    }
    return size;
  }

  /** Best first; equal ones keep their order. */
  private sort(size: number): void {
    const { keys, places } = this;
    if (size > SHORT) {
      const { opinions } = this;
      places.subarray(0, size).sort((a, b) => opinions[RECORD * b]! - opinions[RECORD * a]!);
      return;
    }
    for (let from = 1; from < size; from += 1) {
      const [key, place] = [keys[from]!, places[from]!];
      let at = from;
      for (; at > 0 && keys[at - 1]! < key; at -= 1) {
        keys[at] = keys[at - 1]!;
        places[at] = places[at - 1]!;
      }
      keys[at] = key;
      places[at] = place;
    }
  }
}
