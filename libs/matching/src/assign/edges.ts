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
