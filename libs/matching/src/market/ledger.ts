import type { Edges } from '../assign/edges.js';
import { booked, EMPTY_ACCOUNT, priceOf, roomOf, type Account, type Capacity } from './account.js';

/** By candidate, what `Capacity` says of one. */
export interface Capacities {
  readonly answers: ArrayLike<number>;
  readonly seats: ArrayLike<number>;
}

/** The accounts of all candidates while a market is priced. */
export class Ledger {
  readonly accounts: Account[];
  /** e to the price taken negative, by candidate: what a worth is multiplied by. */
  readonly discount: Float64Array;
  /** Answers each candidate can still be promised. */
  readonly room: Float64Array;
  readonly price: Float64Array;
  private readonly capacity: readonly Capacity[];

  constructor(
    private readonly edges: Edges,
    { answers, seats }: Capacities,
    readonly fairLooks: number,
  ) {
    this.capacity = Array.from({ length: edges.rights }, (_, at) => ({
      answers: answers[at] ?? 0,
      seats: seats[at] ?? 0,
    }));
    this.accounts = this.capacity.map(() => EMPTY_ACCOUNT);
    this.discount = new Float64Array(edges.rights);
    this.room = new Float64Array(edges.rights);
    this.price = new Float64Array(edges.rights);
    for (let candidate = 0; candidate < edges.rights; candidate += 1) this.reprice(candidate);
  }

  /** Books the edges of a list, in the order shown, or takes them back (`times` −1). */
  book(list: Uint32Array, times: 1 | -1): void {
    for (const [at, edge] of list.entries()) {
      const candidate = this.edges.right[edge]!;
      const showing = {
        wants: this.edges.byLeft[edge]!,
        welcomes: this.edges.byRight[edge]!,
        position: at + 1,
      };
      this.accounts[candidate] = booked(this.accounts[candidate]!, showing, times);
      this.reprice(candidate);
    }
  }

  private reprice(candidate: number): void {
    const [account, capacity] = [this.accounts[candidate]!, this.capacity[candidate]!];
    const price = priceOf(account, capacity, this.fairLooks);
    this.price[candidate] = price;
    this.discount[candidate] = Math.exp(-price);
    this.room[candidate] = roomOf(account, capacity);
  }
}
