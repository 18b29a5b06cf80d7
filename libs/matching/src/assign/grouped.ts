/** Edges of each party side by side: those of party `i` are `order[begins[i] .. begins[i + 1]]`. */
export interface Grouped {
  readonly begins: Uint32Array;
  readonly order: Uint32Array;
}

/**
 * Groups edges by party in linear time (counting sort). It is stable: within a party the edges keep the order in
 * which they are given, so that grouping twice sorts by two keys.
 */
export function grouped(parties: number, partyOf: ArrayLike<number>, edges: Uint32Array): Grouped {
  const begins = beginsOf(parties, partyOf, edges);
  const next = begins.slice(0, parties);
  const order = new Uint32Array(edges.length);
  for (const edge of edges) order[next[partyOf[edge]!]!++] = edge;
  return { begins, order };
}

/** Where the edges of each party begin when they stand side by side, and after the last party their number. */
export function beginsOf(parties: number, partyOf: ArrayLike<number>, edges: Uint32Array): Uint32Array {
  const begins = new Uint32Array(parties + 1);
  for (const edge of edges) begins[partyOf[edge]! + 1]! += 1;
  for (let party = 0; party < parties; party += 1) begins[party + 1]! += begins[party]!;
  return begins;
}

/** The numbers of those edges that are wanted. */
export function edgesWhere(count: number, isWanted: (edge: number) => boolean): Uint32Array {
  const edges = new Uint32Array(count);
  let length = 0;
  for (let edge = 0; edge < count; edge += 1) if (isWanted(edge)) edges[length++] = edge;
  return edges.subarray(0, length);
}
