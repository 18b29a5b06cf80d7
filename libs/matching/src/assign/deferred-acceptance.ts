import type { Edges, Seats } from './edges.js';
import { HeldPlaces, NONE_DROPPED } from './held-places.js';
import { rankedLists } from './ranked-lists.js';

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
  const lists = rankedLists(edges);
  const held = new HeldPlaces(lists, edges, seats);
  const next = lists.begins.slice(0, edges.lefts);
  const free = Float64Array.from({ length: edges.lefts }, (_, left) => seats.ofLeft[left] ?? 0);
  const waiting = new Waiting(edges.lefts);
  let proposals = 0;
  for (let left = waiting.pop(); left !== NOBODY; left = waiting.pop()) {
    while (free[left]! >= 1 && next[left]! < lists.ends[left]!) {
      const place: number = next[left]!++;
      proposals += 1;
      if (held.refuses(left, place)) continue;
      free[left]! -= 1;
      held.add(left, place);
      const right = lists.right[place]!;
      for (let loser = held.overflow(right); loser !== NONE_DROPPED; loser = held.overflow(right)) {
        free[loser]! += 1;
        if (loser !== left) waiting.push(loser);
      }
    }
  }
  return { ...held.kept(), proposals };
}

const NOBODY = -1;

/** Lefts that may still propose, each at most once. */
class Waiting {
  private readonly stack: Int32Array;
  private readonly isIn: Uint8Array;
  private size: number;

  constructor(lefts: number) {
    this.stack = Int32Array.from({ length: lefts }, (_, at) => lefts - 1 - at);
    this.isIn = new Uint8Array(lefts).fill(1);
    this.size = lefts;
  }

  push(left: number): void {
    if (this.isIn[left] === 1) return;
    this.isIn[left] = 1;
    this.stack[this.size++] = left;
  }

  pop(): number {
    if (this.size === 0) return NOBODY;
    const left = this.stack[--this.size]!;
    this.isIn[left] = 0;
    return left;
  }
}

/**
 * Pairs that would both rather have each other than what they hold; 0 after deferred acceptance with loads of 1.
 * `seats.load` is not looked at.
 */
export function blockingPairs(edges: Edges, { ofLeft, ofRight }: Seats, { kept }: Matching): number {
  const lefts = worstHeld(edges.lefts, edges.left, edges.byLeft, kept, ofLeft);
  const rights = worstHeld(edges.rights, edges.right, edges.byRight, kept, ofRight);
  let blocking = 0;
  for (const edge of eachPairOnce(edges)) {
    const [l, r] = [edges.byLeft[edge]!, edges.byRight[edge]!];
    if (kept[edge] === 1) continue;
    if (l > lefts[edges.left[edge]!]! && r > rights[edges.right[edge]!]!) blocking += 1;
  }
  return blocking;
}

function* eachPairOnce(edges: Edges): Generator<number> {
  const { begins, ends, edge } = rankedLists(edges);
  for (const [left, end] of ends.entries())
    for (let place = begins[left]!; place < end; place += 1) yield edge[place]!;
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
