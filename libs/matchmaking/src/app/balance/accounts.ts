import { type Account, EMPTY_ACCOUNT, priceOf, roomOf } from '#libs/matching';
import {
  type Capacities,
  FIRST_TERMS,
  type MarketTerms,
  type Promised,
  USUAL_LETTERS,
} from '../../domain/market-terms.js';

/** What all lists promise together, organization by organization, and what each list has its part in. */
export class Accounts {
  private readonly own = new Map<string, Account>();
  private readonly lists = new Map<string, readonly Promised[]>();
  private capacities: Capacities;
  private agreed: MarketTerms;

  /** @param base what is promised besides; it is never changed */
  constructor(private readonly base?: Accounts) {
    this.capacities = base?.capacities ?? new Map();
    this.agreed = base?.agreed ?? FIRST_TERMS;
  }

  get terms(): MarketTerms {
    return this.agreed;
  }

  /** From now on showing costs by these. */
  settle(terms: MarketTerms, capacities: Capacities): void {
    this.agreed = terms;
    this.capacities = capacities;
  }

  /** The same, to try lists out without a trace. */
  draft(): Accounts {
    return new Accounts(this);
  }

  /** What showing an organization once more costs, and how many answers it can still be promised. */
  costOf(organizationId: string): { readonly price: number; readonly room: number } {
    const account = this.of(organizationId);
    const answers = this.capacities.get(organizationId) ?? USUAL_LETTERS;
    const capacity = { answers, seats: Number.POSITIVE_INFINITY };
    return { price: priceOf(account, capacity, this.agreed.fairLooks), room: roomOf(account, capacity) };
  }

  /** The list of a subject promises this now, and no longer what it did. */
  replace(subjectId: string, promised: readonly Promised[]): void {
    for (const each of this.listOf(subjectId)) this.add(each, -1);
    for (const each of promised) this.add(each, 1);
    this.lists.set(subjectId, promised);
  }

  /** What all lists promise an organization. */
  of(organizationId: string): Account {
    return this.own.get(organizationId) ?? this.base?.of(organizationId) ?? EMPTY_ACCOUNT;
  }

  private listOf(subjectId: string): readonly Promised[] {
    return this.lists.get(subjectId) ?? this.base?.listOf(subjectId) ?? [];
  }

  private add({ organizationId, looks, answers }: Promised, times: 1 | -1): void {
    const before = this.of(organizationId);
    this.own.set(organizationId, {
      looks: Math.max(0, before.looks + times * looks),
      answers: Math.max(0, before.answers + times * answers),
      acceptances: 0,
    });
  }
}
