import type { Account, Capacity } from './account.js';
import { booked, EMPTY_ACCOUNT, priceOf, roomOf } from './account.js';
import { composeList, type ListCandidate, type ListRules, type MoveIn } from './compose-list.js';
import { iteratePrices } from './prices.js';

/** A candidate as scored; what the market says of it is found here. */
export type MarketCandidate = Omit<ListCandidate, 'price' | 'room'>;

/** One list that is to be drawn up. */
export interface MarketReader {
  /** Asked for several times, so that not all candidates of all lists have to be held at once. */
  readonly candidates: () => readonly MarketCandidate[];
  readonly rules: ListRules;
}

/** Somebody in a list, in the order shown. */
export interface MarketEntry extends Pick<MarketCandidate, 'id' | 'owner' | 'score' | 'wants' | 'welcomes'> {
  /** Why it is there, if not by score alone. */
  readonly move: MoveIn;
}

/** The lists of a whole market, and what they promise together. */
export interface ComposedMarket {
  /** By reader, as shown. */
  readonly lists: readonly (readonly MarketEntry[])[];
  /** By owner: what all lists promise it, and what showing it once more costs. */
  readonly accounts: ReadonlyMap<string, Account & { readonly price: number }>;
  /** Looks each owner would have if all had the same. */
  readonly fairLooks: number;
}

/** How often the lists are composed anew at the prices that the ones before have left. */
const TURNS = 2;

/**
 * Draws up all lists of a market: prices that fit them together are found first (`iteratePrices`), then each list in
 * turn is taken back, composed by its rules, and booked. Accounts are those of owners: whatever of an owner is shown,
 * it is the owner who reads the answers. Nobody but those a text names is promised more than it can look through.
 * Deterministic; the order of the candidates of a list does not matter, that of the lists decides who is asked first.
 *
 * @param answersOf answers an owner can still look through
 */
export function composeMarket(
  readers: readonly MarketReader[],
  answersOf: (owner: string) => number,
): ComposedMarket {
  const { accounts, fairLooks, promised } = priced(readers, answersOf);
  const costOf = (owner: string): { price: number; room: number } => {
    const account = accounts.get(owner) ?? EMPTY_ACCOUNT;
    const capacity: Capacity = { answers: answersOf(owner), seats: Number.POSITIVE_INFINITY };
    return { price: priceOf(account, capacity, fairLooks), room: roomOf(account, capacity) };
  };
  const lists: (readonly MarketEntry[])[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [at, { candidates, rules }] of readers.entries()) {
      book(accounts, lists[at] ?? promised[at] ?? [], -1);
      const asked = candidates().map((candidate) => ({ ...candidate, ...costOf(candidate.owner) }));
      const list = composeList(asked, rules).positions.map(({ item, move }): MarketEntry => {
        const { id, owner, score, wants, welcomes } = item;
        return { id, owner, score, wants, welcomes, move };
      });
      lists[at] = list;
      book(accounts, list, 1);
    }
  }
  const owners = [...accounts].map(
    ([owner, account]) => [owner, { ...account, price: costOf(owner).price }] as const,
  );
  return { lists, fairLooks, accounts: new Map(owners) };
}

type Shown = Pick<MarketEntry, 'owner' | 'wants' | 'welcomes'>;

/** What the lists would be if showing alone counted, as the beginning. */
function priced(
  readers: readonly MarketReader[],
  answersOf: (owner: string) => number,
): { accounts: Map<string, Account>; fairLooks: number; promised: (readonly Shown[])[] } {
  const edges = {
    left: [] as number[],
    wants: [] as number[],
    welcomes: [] as number[],
    score: [] as number[],
  };
  const ownerOf: string[] = [];
  for (const [reader, { candidates }] of readers.entries()) {
    for (const { owner, wants, welcomes, score } of candidates()) {
      edges.left.push(reader);
      edges.wants.push(wants);
      edges.welcomes.push(welcomes);
      edges.score.push(score);
      ownerOf.push(owner);
    }
  }
  const owners = [...new Set(ownerOf)].sort();
  const numberOf = new Map(owners.map((owner, at) => [owner, at]));
  const { accounts, fairLooks, lists } = iteratePrices(
    {
      lefts: readers.length,
      rights: owners.length,
      left: Uint32Array.from(edges.left),
      right: Uint32Array.from(ownerOf, (owner) => numberOf.get(owner)!),
      byLeft: Float64Array.from(edges.wants),
      byRight: Float64Array.from(edges.welcomes),
    },
    {
      answers: Float64Array.from(owners, answersOf),
      seats: new Float64Array(owners.length).fill(Number.POSITIVE_INFINITY),
    },
    { shownBy: edges.score },
  );
  const shown = (edge: number): Shown => ({
    owner: ownerOf[edge]!,
    wants: edges.wants[edge]!,
    welcomes: edges.welcomes[edge]!,
  });
  return {
    fairLooks,
    accounts: new Map(owners.map((owner, at) => [owner, accounts[at]!])),
    promised: lists.map((list) => Array.from(list, shown)),
  };
}

/** Books a list in the order shown, or takes it back (`times` −1). */
function book(accounts: Map<string, Account>, list: readonly Shown[], times: 1 | -1): void {
  for (const [at, { owner, wants, welcomes }] of list.entries()) {
    const account = accounts.get(owner) ?? EMPTY_ACCOUNT;
    accounts.set(owner, booked(account, { wants, welcomes, position: at + 1 }, times));
  }
}
