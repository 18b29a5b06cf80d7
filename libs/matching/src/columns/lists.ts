import type { MatchParty, Weighted } from '../party.js';

/** The lists of concepts of a party, in the order in which a row holds them. */
export const LIST = {
  offers: 0,
  seeks: 1,
  themes: 2,
  sectors: 3,
  markets: 4,
  areas: 5,
  soughtSectors: 6,
} as const;

export type ListNumber = (typeof LIST)[keyof typeof LIST];

export const LISTS: readonly ((party: MatchParty) => readonly Weighted[])[] = [
  ({ concepts }) => concepts.offers,
  ({ concepts }) => concepts.seeks,
  ({ concepts }) => concepts.themes,
  ({ concepts }) => concepts.sectors,
  ({ concepts }) => concepts.markets,
  ({ concepts }) => concepts.areas,
  ({ sought }) => sought?.sectors ?? [],
];

/** The lists of all rows of a table. */
export interface RowLists {
  readonly rows: number;
  /** Of each row: where each of its lists ends, and then the mentions of all its lists. */
  readonly lists: Uint32Array;
  /** Where a row's lists begin in `lists`. */
  readonly begins: Uint32Array;
}

/** Where a list of a row begins: where the one before ends. */
export const beginOf = (lists: Uint32Array, begin: number, list: number): number =>
  list === 0 ? begin + LISTS.length : lists[begin + list - 1]!;
