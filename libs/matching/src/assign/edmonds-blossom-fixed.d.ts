/** Used in tests only, to compare with. */
declare module 'edmonds-blossom-fixed' {
  /** By vertex: its mate, or -1. */
  function blossom(
    edges: readonly [a: number, b: number, weight: number][],
    maxCardinality?: boolean,
  ): number[];
  export = blossom;
}
