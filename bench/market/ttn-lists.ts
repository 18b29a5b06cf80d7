import {
  booked,
  composeList,
  DEFAULT_LIST_RULES,
  iteratePrices,
  priceOf,
  roomOf,
  type Account,
  type ListCandidate,
} from '#libs/matching';
import type { Ranking, Setting } from './baselines.js';
import type { LatentMarket } from './latent-market.js';

interface Numbered extends ListCandidate {
  readonly number: number;
}

/** The score that is shown: half the mean of both opinions, half their geometric mean, as the model fuses them. */
const fused = (a: number, b: number): number => 0.5 * ((a + b) / 2) + 0.5 * Math.sqrt(a * b);

/**
 * As the product draws its lists up: a full run prices the whole market; then each list is taken back, composed anew
 * by the prices of the moment with all rules of a list (owners, cities, sectors, SMEs, new members), and booked.
 *
 * @param shownBy the product shows lists by score; `worth` is for comparison
 */
export const ttn =
  (shownBy: 'score' | 'worth'): Ranking =>
  (market, setting) => {
    const { estimate, size } = market;
    const score = estimate.byLeft.map((wants, edge) => fused(wants, estimate.byRight[edge]!));
    const { accounts, fairLooks, lists } = iteratePrices(
      estimate,
      {
        answers: new Float64Array(size.candidates).fill(setting.reviews),
        seats: new Float64Array(size.candidates).fill(setting.seats),
      },
      { listLength: setting.listLength, ...(shownBy === 'score' ? { shownBy: score } : {}) },
    );
    const books = [...accounts];
    const rules = {
      ...DEFAULT_LIST_RULES,
      length: setting.listLength,
      floors: { sme: 3, isNew: 1 },
      shownBy,
    };
    return lists.map((before, reader) => {
      const edges = [...before];
      book(market, books, edges, -1);
      const candidates = candidatesOf(market, setting, { reader, books, fairLooks, score });
      const list = composeList(candidates, rules).positions.map(({ item }) => item.number);
      const listed = list.map((candidate) => reader * size.candidates + candidate);
      book(market, books, listed, 1);
      return list;
    });
  };

function book({ estimate }: LatentMarket, books: Account[], list: readonly number[], times: 1 | -1): void {
  for (const [at, edge] of list.entries()) {
    const showing = {
      wants: estimate.byLeft[edge]!,
      welcomes: estimate.byRight[edge]!,
      position: at + 1,
    };
    const candidate = estimate.right[edge]!;
    books[candidate] = booked(books[candidate]!, showing, times);
  }
}

interface Moment {
  readonly reader: number;
  readonly books: readonly Account[];
  readonly fairLooks: number;
  readonly score: Float64Array;
}

function candidatesOf(
  { estimate, size, people }: LatentMarket,
  { reviews, seats }: Setting,
  { reader, books, fairLooks, score }: Moment,
): Numbered[] {
  const capacity = { answers: reviews, seats };
  return people.map(({ owner, city, sector, isSme, isNew }, number) => {
    const edge = reader * size.candidates + number;
    const account = books[number]!;
    return {
      number,
      id: String(number),
      owner,
      city,
      sector,
      isSme,
      isNew,
      score: score[edge]!,
      wants: estimate.byLeft[edge]!,
      welcomes: estimate.byRight[edge]!,
      price: priceOf(account, capacity, fairLooks),
      room: roomOf(account, capacity),
    };
  });
}
