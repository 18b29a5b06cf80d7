import type { Edges } from '../assign/edges.js';
import { amount } from '../assign/bad-numbers.js';
import type { Account } from './account.js';
import { looksOf } from './attention.js';
import { BestList } from './best-list.js';
import { Ledger, type Capacities } from './ledger.js';
import { readerEdges } from './reader-edges.js';

export interface PriceOptions {
  /** How many candidates each reader is shown; default 20. */
  readonly listLength?: number;
  /** How often all lists are gone through; default 6. More hardly changes anything. */
  readonly sweeps?: number;
  /**
   * By edge, what lists are ordered by when they are shown. Default: by what showing is worth. The market decides who
   * is in a list, this who stands on top.
   */
  readonly shownBy?: ArrayLike<number>;
}

/** Prices at which the lists of all readers together fit what the candidates can bear. */
export interface MarketPrices {
  /** By candidate: see `priceOf`. */
  readonly price: Float64Array;
  /** By candidate: what it is promised by all lists. */
  readonly accounts: readonly Account[];
  /** Looks each candidate would have if all had the same. */
  readonly fairLooks: number;
  /** By reader: its edges in the order shown. */
  readonly lists: readonly Uint32Array[];
  /** Lists that changed in the last sweep; 0 when the market has settled. */
  readonly unsettled: number;
}

const LIST_LENGTH = 20;
const SWEEPS = 6;

/**
 * Prices a whole market: `left` are the readers of lists, `right` the candidates, `byLeft` the probability that a
 * reader answers when it looks at a candidate, `byRight` that the candidate accepts the answer.
 *
 * Reader after reader gets the list that is worth most at the prices of the moment, which are then moved by what the
 * list promises; after some sweeps hardly a list changes. Each step raises the same sum (answers that find time and a
 * place, fairly spread), so it cannot go in circles. No candidate is ever promised more answers than it can look
 * through. The order of the edges does not matter; of a pair named twice the better edge counts, and edges that name
 * nobody, or have no chance on a side, are passed over.
 */
export function iteratePrices(
  edges: Edges,
  capacities: Capacities,
  { listLength = LIST_LENGTH, sweeps = SWEEPS, shownBy }: PriceOptions = {},
): MarketPrices {
  const length = Math.floor(amount(listLength));
  const fairLooks = edges.rights === 0 ? 0 : (edges.lefts * looksOf(length)) / edges.rights;
  const ledger = new Ledger(edges, capacities, fairLooks);
  const readers = readerEdges(edges);
  const best = new BestList(readers, ledger, length, shownBy);
  const lists: Uint32Array[] = Array.from({ length: edges.lefts }, () => new Uint32Array());
  let unsettled = edges.lefts;
  for (let sweep = 0; sweep < sweeps && unsettled > 0; sweep += 1) {
    unsettled = 0;
    for (const reader of readers.turns) {
      const before = lists[reader]!;
      ledger.book(before, -1);
      const list = best.of(reader);
      ledger.book(list, 1);
      lists[reader] = list;
      if (!isSame(before, list)) unsettled += 1;
    }
  }
  const { price, accounts } = ledger;
  return { price, accounts, fairLooks, lists, unsettled };
}

const isSame = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((edge, at) => edge === b[at]);
