import type { Edges } from '../assign/edges.js';
import { edgesWhere, grouped } from '../assign/grouped.js';
import { probability } from '../assign/bad-numbers.js';

/** The edges of each reader side by side; those that lead nowhere are left out. */
export interface ReaderEdges {
  /** Those of reader `r` are at `begins[r] .. begins[r + 1]`, by the number of the candidate, each once. */
  readonly begins: Uint32Array;
  readonly edge: Uint32Array;
  readonly candidate: Uint32Array;
  readonly wants: Float64Array;
  /** Chance that showing it to a reader who looks makes a match, as long as the candidate has room. */
  readonly value: Float64Array;
  /** Readers in the order in which they take their turns: mixed, so that no early number is always first. */
  readonly turns: Uint32Array;
}

export function readerEdges(edges: Edges): ReaderEdges {
  const valueOf = (edge: number): number =>
    probability(edges.byLeft[edge] ?? 0) * probability(edges.byRight[edge] ?? 0);
  const useful = edgesWhere(
    edges.left.length,
    (edge) => edges.left[edge]! < edges.lefts && edges.right[edge]! < edges.rights && valueOf(edge) > 0,
  );
  const { order } = grouped(edges.lefts, edges.left, grouped(edges.rights, edges.right, useful).order);
  const edge = bestOfEachPair(edges, order, valueOf);
  return {
    begins: grouped(edges.lefts, edges.left, edge).begins,
    edge,
    candidate: Uint32Array.from(edge, (at) => edges.right[at]!),
    wants: Float64Array.from(edge, (at) => probability(edges.byLeft[at]!)),
    value: Float64Array.from(edge, valueOf),
    turns: inTurns(edges.lefts),
  };
}

/** Of edges that join the same two, which stand side by side, the one of most value; of equal ones the first. */
function bestOfEachPair(
  { left, right }: Edges,
  order: Uint32Array,
  valueOf: (edge: number) => number,
): Uint32Array {
  let length = 0;
  for (const edge of order) {
    const last = length === 0 ? undefined : order[length - 1]!;
    if (last === undefined || left[last] !== left[edge] || right[last] !== right[edge])
      order[length++] = edge;
    else if (valueOf(edge) > valueOf(last)) order[length - 1] = edge;
  }
  return order.subarray(0, length);
}

function inTurns(readers: number): Uint32Array {
  const mixed = (reader: number): number => Math.imul(reader + 1, 0x9e3779b1) >>> 0;
  return Uint32Array.from({ length: readers }, (_, at) => at).sort((a, b) => mixed(a) - mixed(b));
}
