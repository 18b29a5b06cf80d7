/** By what a score was computed, each named by its hash: two parties, the numbers, and how concepts hang together. */
export interface InputsOfPair {
  readonly left: string;
  readonly right: string;
  readonly spec: string;
  readonly graph: string;
}
