import fc from 'fast-check';
import type { Edges } from '../assign/edges.js';
import { booked, EMPTY_ACCOUNT, priceOf, roomOf } from './account.js';
import { examination } from './attention.js';
import { iteratePrices } from './prices.js';

const READERS = 9;
const CANDIDATES = 6;

type Drawn = readonly [reader: number, candidate: number, wants: number, welcomes: number];

const edgesOf = (list: readonly Drawn[], lefts = READERS, rights = CANDIDATES): Edges => ({
  lefts,
  rights,
  left: Uint32Array.from(list, ([l]) => l),
  right: Uint32Array.from(list, ([, r]) => r),
  byLeft: Float64Array.from(list, ([, , a]) => a),
  byRight: Float64Array.from(list, ([, , , b]) => b),
});

/** Also what is no market: unknown parties, pairs named twice, chances that are no chances. */
const chance = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((each) => each / 100),
  fc.constantFrom(Number.NaN, -1, 7, Number.POSITIVE_INFINITY),
);
const drawn = fc.array(fc.tuple(fc.nat(READERS), fc.nat(CANDIDATES), chance, chance), { maxLength: 70 });
const limits = fc.array(fc.constantFrom(0, 0.5, 1, 2.5, 4, Number.NaN, -3, Number.POSITIVE_INFINITY), {
  minLength: CANDIDATES,
  maxLength: CANDIDATES,
});
const bearable = (value: number): number => (value > 0 ? value : 0);

describe('the prices of a market', () => {
  it('never promise anybody more answers than it can look through, whatever is asked', () => {
    fc.assert(
      fc.property(
        drawn,
        limits,
        limits,
        fc.integer({ min: 0, max: 5 }),
        (list, answers, seats, listLength) => {
          const edges = edgesOf(list);
          const { accounts, price, lists } = iteratePrices(edges, { answers, seats }, { listLength });
          const promised = new Float64Array(CANDIDATES);
          for (const [reader, shown] of lists.entries()) {
            expect(shown.length).toBeLessThanOrEqual(listLength);
            expect(new Set([...shown].map((edge) => edges.right[edge])).size).toBe(shown.length);
            for (const [at, edge] of shown.entries()) {
              expect(edges.left[edge]).toBe(reader);
              promised[edges.right[edge]!]! += Math.min(1, edges.byLeft[edge]!) * examination(at + 1);
            }
          }
          for (const [candidate, account] of accounts.entries()) {
            expect(account.answers).toBeCloseTo(promised[candidate]!, 6);
            expect(account.answers).toBeLessThanOrEqual(bearable(answers[candidate]!) + 1e-9);
            expect(Number.isFinite(price[candidate])).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('do not depend on the order of the edges', () => {
    fc.assert(
      fc.property(drawn, limits, (list, answers) => {
        const seats = new Array<number>(CANDIDATES).fill(2);
        const named = (of: readonly Drawn[]) => {
          const edges = edgesOf(of);
          const { price, lists } = iteratePrices(edges, { answers, seats }, { listLength: 3 });
          return { price, lists: lists.map((shown) => [...shown].map((edge) => edges.right[edge])) };
        };
        const unique = [...new Map(list.map((edge) => [`${edge[0]} ${edge[1]}`, edge])).values()];
        expect(named([...unique].reverse())).toEqual(named(unique));
      }),
    );
  });

  const everybody = (wants: (candidate: number) => number, readers = 60, candidates = 12): Edges =>
    edgesOf(
      Array.from({ length: readers * candidates }, (_, at): Drawn => {
        const [reader, candidate] = [Math.floor(at / candidates), at % candidates];
        return [reader, candidate, wants(candidate) - 0.001 * ((reader * 7 + candidate) % 13), 0.5];
      }),
      readers,
      candidates,
    );
  const all = (count: number, value: number): Float64Array => new Float64Array(count).fill(value);

  it('make the popular dearer than the others', () => {
    const edges = everybody((candidate) => (candidate === 0 ? 0.9 : 0.4));
    const { price, unsettled } = iteratePrices(
      edges,
      { answers: all(12, 20), seats: all(12, 3) },
      { listLength: 4, sweeps: 20 },
    );
    expect(price[0]).toBeGreaterThan(Math.max(...price.subarray(1)));
    expect(unsettled).toBeLessThanOrEqual(3);
  });

  it('are the same market when a list is drawn up again alone', () => {
    const edges = everybody((candidate) => 0.3 + candidate / 20);
    const capacity = { answers: 20, seats: 3 };
    const market = iteratePrices(
      edges,
      { answers: all(12, capacity.answers), seats: all(12, capacity.seats) },
      { listLength: 4 },
    );
    for (const [candidate, account] of market.accounts.entries()) {
      expect(market.price[candidate]).toBe(priceOf(account, capacity, market.fairLooks));
      let again = EMPTY_ACCOUNT;
      for (const shown of market.lists)
        for (const [at, edge] of shown.entries())
          if (edges.right[edge] === candidate)
            again = booked(again, { wants: edges.byLeft[edge]!, welcomes: 0.5, position: at + 1 });
      expect(again.answers).toBeCloseTo(account.answers, 9);
      expect(again.acceptances).toBeCloseTo(account.acceptances, 9);
    }
  });

  it('are those of nothing where there is no market', () => {
    const empty = iteratePrices(edgesOf([], 0, 0), { answers: [], seats: [] });
    expect(empty).toMatchObject({ accounts: [], lists: [], fairLooks: 0, unsettled: 0 });
    const nobodyAsks = iteratePrices(edgesOf([], 3, 2), { answers: [1, 1], seats: [1, 1] });
    expect(nobodyAsks.lists.map((list) => list.length)).toEqual([0, 0, 0]);
    const noCapacity = iteratePrices(
      everybody(() => 0.5),
      { answers: [], seats: [] },
    );
    expect(noCapacity.lists.every((list) => list.length === 0)).toBe(true);
  });
});

describe('an account', () => {
  const showing = { wants: 0.8, welcomes: 0.5, position: 1 };

  it('is as it was when a list is taken back', () => {
    const once = booked(EMPTY_ACCOUNT, { wants: 0.4, welcomes: 0.9, position: 3 });
    const back = booked(booked(once, showing), showing, -1);
    expect(back.looks).toBeCloseTo(once.looks, 12);
    expect(back.answers).toBeCloseTo(once.answers, 12);
    expect(back.acceptances).toBeCloseTo(once.acceptances, 12);
  });

  it('gets dearer with every list, and has less room', () => {
    const capacity = { answers: 3, seats: 1 };
    let account = EMPTY_ACCOUNT;
    let [price, room] = [priceOf(account, capacity, 2), roomOf(account, capacity)];
    for (let list = 0; list < 10; list += 1) {
      account = booked(account, showing);
      expect(priceOf(account, capacity, 2)).toBeGreaterThan(price);
      expect(roomOf(account, capacity)).toBeLessThanOrEqual(room);
      [price, room] = [priceOf(account, capacity, 2), roomOf(account, capacity)];
    }
    expect(room).toBe(0);
  });

  it('costs nothing where it has its fair share and no limits', () => {
    const account = { looks: 5, answers: 4, acceptances: 2 };
    const without = { answers: Number.POSITIVE_INFINITY, seats: Number.POSITIVE_INFINITY };
    expect(priceOf(account, without, 5)).toBeCloseTo(0, 12);
    expect(priceOf(account, { answers: 0, seats: 1 }, 5)).toBe(50);
  });
});
