import { amount, probability } from '../assign/bad-numbers.js';
import { examination } from './attention.js';

/** What a candidate can bear in the time for which lists stand. Anything that is no number, or below 0, counts as 0. */
export interface Capacity {
  /** Answers it can look through. It is never promised more. */
  readonly answers: number;
  /** Counterparts it has a place for; `Infinity` where nothing is limited. */
  readonly seats: number;
}

/** What the lists of others have promised a candidate so far, in expected numbers. Plain data, to be stored. */
export interface Account {
  /** Looks: how often it stands in a list, each time by the chance that the place is looked at. */
  readonly looks: number;
  /** Of those, the ones that will answer. */
  readonly answers: number;
  /** Of those, the ones it will accept. */
  readonly acceptances: number;
}

export const EMPTY_ACCOUNT: Account = { looks: 0, answers: 0, acceptances: 0 };

/** One candidate in one list. */
export interface Showing {
  /** Probability, 0..1, that the reader answers when it looks. */
  readonly wants: number;
  /** Probability, 0..1, that the candidate accepts that answer. */
  readonly welcomes: number;
  /** 1 for the top. */
  readonly position: number;
}

/** How much a candidate that has its fair share of looks twice over costs more than one that has none of it. */
const FAIRNESS = 0.5;
/** Prices are finite, so that they can be stored. */
const HIGHEST_PRICE = 50;

/** The account after a list has been shown (`times` 1), or taken back (−1). */
export function booked(account: Account, showing: Showing, times: 1 | -1 = 1): Account {
  const looks = times * examination(showing.position);
  const answers = looks * probability(showing.wants);
  return {
    looks: Math.max(0, account.looks + looks),
    answers: Math.max(0, account.answers + answers),
    acceptances: Math.max(0, account.acceptances + answers * probability(showing.welcomes)),
  };
}

/**
 * What showing a candidate once more costs, in logarithms of worth. An answer is worth nothing when nobody has time
 * to read it or no place is left, so the price is −ln of the chance that both are left when as many come as
 * expected (Poisson). Whoever has more than the fair share of looks costs more, whoever has less, less.
 *
 * @param fairLooks looks each candidate would have if all had the same
 */
export function priceOf(account: Account, capacity: Capacity, fairLooks: number): number {
  const chance =
    chanceOfRoom(account.answers, places(capacity.answers)) *
    chanceOfRoom(account.acceptances, places(capacity.seats));
  const share = (account.looks + 1) / (amount(fairLooks) + 1);
  return Math.min(HIGHEST_PRICE, FAIRNESS * Math.log(share) - Math.log(chance));
}

/** Answers a candidate can still be promised. Whoever would answer with a greater chance cannot be shown to. */
export const roomOf = ({ answers }: Account, capacity: Capacity): number =>
  Math.max(0, amount(capacity.answers) - answers);

/** Chance that fewer than `places` came where `expected` were to be expected. */
export function chanceOfRoom(expected: number, places: number): number {
  if (places === Number.POSITIVE_INFINITY || expected <= 0) return places > 0 ? 1 : 0;
  let term = Math.exp(-expected);
  let chance = 0;
  for (let came = 0; came < places; came += 1) {
    chance += term;
    term *= expected / (came + 1);
  }
  return Math.min(1, chance);
}

/** A whole number of places; who can bear anything at all has one. */
const places = (of: number): number => Math.ceil(amount(of));
