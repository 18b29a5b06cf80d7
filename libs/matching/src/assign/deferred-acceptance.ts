import { ranked, type Edges, type Seats } from './edges.js';
import { HeldEdges } from './held-edges.js';

/** Which edges are kept. */
export interface Matching {
  /** 1 where the edge is kept. */
  readonly kept: Uint8Array;
  readonly count: number;
  /** How often somebody proposed: what it cost. */
  readonly proposals: number;
}

/**
 * Many-to-many deferred acceptance (Gale and Shapley 1962, Roth 1984): every left proposes down its list while it has
 * a free seat, every right keeps the best it can bear. With loads of 1 no pair is left that would rather have each
 * other; with other loads (exposure by expected answers, as in ECDA, arXiv 2602.19689) no right bears more than it
 * can. Deterministic: the order of the proposals does not change the result.
 */
export function deferredAcceptance(edges: Edges, seats: Seats): Matching {
  const { order, begins } = ranked(edges.lefts, edges.left, edges.byLeft);
  const held = new HeldEdges(edges, seats);
  const next = begins.slice(0, edges.lefts);
  const free = Float64Array.from({ length: edges.lefts }, (_, left) => seats.ofLeft[left] ?? 0);
  const waiting = Array.from({ length: edges.lefts }, (_, at) => edges.lefts - 1 - at);
  let proposals = 0;
  for (let left = waiting.pop(); left !== undefined; left = waiting.pop()) {
    while (free[left]! >= 1 && next[left]! < begins[left + 1]!) {
      const edge: number = order[next[left]!++]!;
      if (!(edges.byRight[edge]! > 0)) continue;
      proposals += 1;
      free[left]! -= 1;
      for (const dropped of held.take(edge)) {
        const loser = edges.left[dropped]!;
        free[loser]! += 1;
        if (loser !== left) waiting.push(loser);
      }
    }
  }
  return { ...held.result(), proposals };
}

/**
 * Pairs that would both rather have each other than what they hold; 0 after deferred acceptance with loads of 1.
 * `seats.load` is not looked at.
 */
export function blockingPairs(edges: Edges, { ofLeft, ofRight }: Seats, { kept }: Matching): number {
  const lefts = worstHeld(edges.lefts, edges.left, edges.byLeft, kept, ofLeft);
  const rights = worstHeld(edges.rights, edges.right, edges.byRight, kept, ofRight);
  let blocking = 0;
  for (let edge = 0; edge < kept.length; edge += 1) {
    const [l, r] = [edges.byLeft[edge]!, edges.byRight[edge]!];
    if (kept[edge] === 1 || !(l > 0) || !(r > 0)) continue;
    if (l > lefts[edges.left[edge]!]! && r > rights[edges.right[edge]!]!) blocking += 1;
  }
  return blocking;
}

/** What a newcomer must exceed: the worst opinion held, 0 where a seat is free, ∞ where there is none at all. */
function worstHeld(
  parties: number,
  party: Uint32Array,
  opinion: Float64Array,
  kept: Uint8Array,
  seats: ArrayLike<number>,
): Float64Array {
  const worst = new Float64Array(parties).fill(Number.POSITIVE_INFINITY);
  const taken = new Uint32Array(parties);
  for (let edge = 0; edge < kept.length; edge += 1) {
    if (kept[edge] !== 1) continue;
    const at = party[edge]!;
    taken[at]! += 1;
    worst[at] = Math.min(worst[at]!, opinion[edge]!);
  }
  for (let at = 0; at < parties; at += 1) if (taken[at]! + 1 <= (seats[at] ?? 0)) worst[at] = 0;
  return worst;
}
