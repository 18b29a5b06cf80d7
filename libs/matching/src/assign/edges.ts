/**
 * Who could be brought together, as columns: edge `e` joins left `left[e]` and right `right[e]`, and each of them has
 * an own opinion of it. The larger the opinion the better; opinions at or below 0 are refusals.
 */
export interface Edges {
  /** How many lefts and rights there are; the edges name them 0, 1, … */
  readonly lefts: number;
  readonly rights: number;
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly byLeft: Float64Array;
  readonly byRight: Float64Array;
}

export interface Seats {
  /** How many counterparts each left may hold. */
  readonly ofLeft: ArrayLike<number>;
  /** How much load each right can bear. */
  readonly ofRight: ArrayLike<number>;
  /** What an edge loads onto its right: 1, or the answers to be expected from it. Default 1 each. */
  readonly load?: Float64Array;
}

/** The edges of each left (or right), the best first; `begins[i] .. begins[i + 1]` of `order` are those of `i`. */
export interface Ranked {
  readonly order: Uint32Array;
  readonly begins: Uint32Array;
}

/** Ranks the edges of each party by its opinion; equal opinions by the number of the edge. Refused edges are left out. */
export function ranked(parties: number, party: Uint32Array, opinion: Float64Array): Ranked {
  const begins = new Uint32Array(parties + 1);
  for (let edge = 0; edge < party.length; edge += 1) if (opinion[edge]! > 0) begins[party[edge]! + 1]! += 1;
  for (let at = 0; at < parties; at += 1) begins[at + 1]! += begins[at]!;
  const next = begins.slice(0, parties);
  const order = new Uint32Array(begins[parties]!);
  for (let edge = 0; edge < party.length; edge += 1)
    if (opinion[edge]! > 0) order[next[party[edge]!]!++] = edge;
  for (let at = 0; at < parties; at += 1) sortRange(order, begins[at]!, begins[at + 1]!, opinion);
  return { order, begins };
}

/** Lists mostly come sorted already; only those that do not are sorted. */
function sortRange(order: Uint32Array, from: number, to: number, opinion: Float64Array): void {
  for (let at = from + 1; at < to; at += 1) {
    if (opinion[order[at]!]! > opinion[order[at - 1]!]!) {
      order.subarray(from, to).sort((a, b) => opinion[b]! - opinion[a]! || a - b);
      return;
    }
  }
}
