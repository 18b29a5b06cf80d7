import { capExposure, composeList, iteratePrices, looksOf, priceOf, roomOf, booked } from '#libs/matching';
import { DEFAULT_LIST_RULES, type Account, type ListCandidate } from '#libs/matching';
import { seeded } from '../setting/seeded.js';
import type { LatentMarket } from './latent-market.js';
import type { Bounds, Lists } from './outcome.js';

export interface Setting extends Bounds {
  readonly listLength: number;
}

/** Ways to draw up the lists of all readers from the same estimates. */
export type Ranking = (market: LatentMarket, setting: Setting) => Lists;

/** The best of each reader by a value of its own. */
function topBy(market: LatentMarket, length: number, valueOf: (edge: number) => number): Lists {
  const { readers, candidates } = market.size;
  return Array.from({ length: readers }, (_, reader) =>
    Array.from({ length: candidates }, (_, candidate) => ({
      candidate,
      value: valueOf(reader * candidates + candidate),
    }))
      .sort((a, b) => b.value - a.value || a.candidate - b.candidate)
      .slice(0, length)
      .map(({ candidate }) => candidate),
  );
}

const random: Ranking = (market, { listLength }) => {
  const next = seeded(7);
  const drawn = market.estimate.byLeft.map(() => next());
  return topBy(market, listLength, (edge) => drawn[edge]!);
};

const oneSided: Ranking = (market, { listLength }) =>
  topBy(market, listLength, (edge) => market.estimate.byLeft[edge]!);

const harmonic: Ranking = (market, { listLength }) => {
  const { byLeft, byRight } = market.estimate;
  return topBy(
    market,
    listLength,
    (edge) => (2 * byLeft[edge]! * byRight[edge]!) / (byLeft[edge]! + byRight[edge]!),
  );
};

const product: Ranking = (market, { listLength }) => {
  const { byLeft, byRight } = market.estimate;
  return topBy(market, listLength, (edge) => byLeft[edge]! * byRight[edge]!);
};

/** Spread of the unseen part of tastes that the equilibrium assumes. */
const BETA = 0.1;
const IPFP_ROUNDS = 60;

/**
 * Choo and Siow's equilibrium with transferable utility, by iterative proportional fitting (as in arXiv 2306.09060):
 * every reader has mass 1, every candidate its share of the readers; lists by the mass of each pair.
 */
const transferable: Ranking = (market, { listLength }) => {
  const { byLeft, byRight } = market.estimate;
  const { readers, candidates } = market.size;
  const kernel = byLeft.map((wants, edge) => Math.exp((wants + byRight[edge]!) / (2 * BETA)));
  const [a, b] = [new Float64Array(readers).fill(1), new Float64Array(candidates).fill(1)];
  const fitted = (mass: number, half: number): number => Math.sqrt(half * half + mass) - half;
  for (let round = 0; round < IPFP_ROUNDS; round += 1) {
    const sums = new Float64Array(candidates);
    for (let reader = 0; reader < readers; reader += 1) {
      let sum = 0;
      for (let j = 0; j < candidates; j += 1) sum += kernel[reader * candidates + j]! * b[j]!;
      a[reader] = fitted(1, sum / 2);
      for (let j = 0; j < candidates; j += 1) sums[j]! += kernel[reader * candidates + j]! * a[reader]!;
    }
    for (let j = 0; j < candidates; j += 1) b[j] = fitted(readers / candidates, sums[j]! / 2);
  }
  return topBy(
    market,
    listLength,
    (edge) => kernel[edge]! * a[Math.floor(edge / candidates)]! * b[edge % candidates]!,
  );
};

/** Deferred acceptance with capacities in expected answers (as in arXiv 2602.19689). */
const exposureCapped: Ranking = (market, { listLength, reviews }) => {
  const { estimate, size } = market;
  const attention = looksOf(listLength) / listLength;
  const value = estimate.byLeft.map((wants, edge) => wants * estimate.byRight[edge]!);
  const { kept } = capExposure(
    { ...estimate, byLeft: estimate.byLeft.map((wants) => wants * attention) },
    { listLength, reviewsOf: new Float64Array(size.candidates).fill(reviews) },
  );
  return topBy(market, listLength, (edge) => value[edge]! * kept[edge]!).map((list, reader) =>
    list.filter((candidate) => kept[reader * size.candidates + candidate] === 1),
  );
};

export const BASELINES: Readonly<Record<string, Ranking>> = {
  random,
  oneSided,
  harmonic,
  product,
  transferable,
  exposureCapped,
};

/** As the product draws its lists up: prices of the whole market, then list after list with the rules of a list. */
export const ttn =
  (shownBy: 'score' | 'worth'): Ranking =>
  (market, { listLength, reviews, seats }) => {
    const { estimate, size, people } = market;
    const { byLeft, byRight } = estimate;
    const capacity = { answers: reviews, seats };
    const score = byLeft.map((wants, edge) => fused(wants, byRight[edge]!));
    const { accounts, fairLooks, lists } = iteratePrices(
      estimate,
      {
        answers: new Float64Array(size.candidates).fill(reviews),
        seats: new Float64Array(size.candidates).fill(seats),
      },
      { listLength, ...(shownBy === 'score' ? { shownBy: score } : {}) },
    );
    const rules = { ...DEFAULT_LIST_RULES, length: listLength, floors: { sme: 3, isNew: 1 }, shownBy };
    const book = [...accounts];
    const bookList = (reader: number, list: readonly number[], times: 1 | -1): void => {
      for (const [at, candidate] of list.entries()) {
        const edge = reader * size.candidates + candidate;
        const showing = { wants: byLeft[edge]!, welcomes: byRight[edge]!, position: at + 1 };
        book[candidate] = booked(book[candidate]!, showing, times);
      }
    };
    return lists.map((before, reader) => {
      bookList(
        reader,
        [...before].map((edge) => edge % size.candidates),
        -1,
      );
      const listed = composeList(
        book.map((account: Account, candidate): ListCandidate & { readonly number: number } => {
          const edge = reader * size.candidates + candidate;
          return {
            ...people[candidate]!,
            number: candidate,
            id: String(candidate),
            score: score[edge]!,
            wants: byLeft[edge]!,
            welcomes: byRight[edge]!,
            price: priceOf(account, capacity, fairLooks),
            room: roomOf(account, capacity),
          };
        }),
        rules,
      );
      const list = listed.positions.map(({ item }) => item.number);
      bookList(reader, list, 1);
      return list;
    });
  };

/** The fusion of both opinions that a score is. */
const fused = (a: number, b: number): number => 0.5 * ((a + b) / 2) + 0.5 * Math.sqrt(a * b);
