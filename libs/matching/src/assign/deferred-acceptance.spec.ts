import fc from 'fast-check';
import { capExposure, gini } from '../market/exposure.js';
import { blockingPairs, deferredAcceptance } from './deferred-acceptance.js';
import type { Edges } from './edges.js';

const edgesOf = (
  lefts: number,
  rights: number,
  list: readonly (readonly [number, number, number, number])[],
): Edges => ({
  lefts,
  rights,
  left: Uint32Array.from(list, ([l]) => l),
  right: Uint32Array.from(list, ([, r]) => r),
  byLeft: Float64Array.from(list, ([, , a]) => a),
  byRight: Float64Array.from(list, ([, , , b]) => b),
});

const markets = fc
  .array(fc.tuple(fc.nat(7), fc.nat(5), fc.nat(20), fc.nat(20)), { maxLength: 40 })
  .map((list) => {
    const unique = new Map(list.map((edge) => [`${edge[0]} ${edge[1]}`, edge]));
    return edgesOf(
      8,
      6,
      [...unique.values()].map(([l, r, a, b]) => [l, r, a / 20, b / 20] as const),
    );
  });
const seats = (count: number) => fc.array(fc.nat(3), { minLength: count, maxLength: count });

describe('deferred acceptance', () => {
  it('leaves no pair that would rather have each other, and nobody beyond their seats', () => {
    fc.assert(
      fc.property(markets, seats(8), seats(6), (edges, ofLeft, ofRight) => {
        const matching = deferredAcceptance(edges, { ofLeft, ofRight });
        expect(blockingPairs(edges, { ofLeft, ofRight }, matching)).toBe(0);
        const kept = [...matching.kept.keys()].filter((edge) => matching.kept[edge] === 1);
        expect(kept).toHaveLength(matching.count);
        for (const [left, most] of ofLeft.entries())
          expect(kept.filter((edge) => edges.left[edge] === left).length).toBeLessThanOrEqual(most);
        for (const [right, most] of ofRight.entries())
          expect(kept.filter((edge) => edges.right[edge] === right).length).toBeLessThanOrEqual(most);
        for (const edge of kept) expect(edges.byLeft[edge]! > 0 && edges.byRight[edge]! > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the edges', () => {
    fc.assert(
      fc.property(markets, seats(8), seats(6), (edges, ofLeft, ofRight) => {
        const backwards: Edges = {
          ...edges,
          left: edges.left.slice().reverse(),
          right: edges.right.slice().reverse(),
          byLeft: edges.byLeft.slice().reverse(),
          byRight: edges.byRight.slice().reverse(),
        };
        const { kept } = deferredAcceptance(edges, { ofLeft, ofRight });
        expect(deferredAcceptance(backwards, { ofLeft, ofRight }).kept.reverse()).toEqual(kept);
      }),
      { numRuns: 300 },
    );
  });

  it('is the best for every left of all that leave no such pair', () => {
    const edges = edgesOf(2, 2, [
      [0, 0, 0.9, 0.1],
      [0, 1, 0.2, 0.8],
      [1, 0, 0.3, 0.7],
      [1, 1, 0.6, 0.2],
    ]);
    expect([...deferredAcceptance(edges, { ofLeft: [1, 1], ofRight: [1, 1] }).kept]).toEqual([1, 0, 0, 1]);
  });

  it('passes over pairs that name nobody and seats that are none, and counts a pair named twice once', () => {
    const nobody = edgesOf(1, 1, [
      [5, 0, 1, 1],
      [0, 7, 1, 1],
      [0, 0, Number.NaN, 1],
    ]);
    expect(deferredAcceptance(nobody, { ofLeft: [2], ofRight: [2] }).count).toBe(0);
    const twice = edgesOf(1, 1, [
      [0, 0, 0.5, 1],
      [0, 0, 0.9, 0.1],
    ]);
    const matching = deferredAcceptance(twice, { ofLeft: [2], ofRight: [2] });
    expect([...matching.kept]).toEqual([0, 1]);
    expect(blockingPairs(twice, { ofLeft: [2], ofRight: [2] }, matching)).toBe(0);
    for (const none of [0, -1, Number.NaN])
      expect(deferredAcceptance(twice, { ofLeft: [2], ofRight: [none] }).count).toBe(0);
    expect(deferredAcceptance(edgesOf(0, 0, []), { ofLeft: [], ofRight: [] })).toMatchObject({ count: 0 });
  });

  it('would be told of a pair that would rather have each other', () => {
    const edges = edgesOf(2, 1, [
      [0, 0, 1, 0.2],
      [1, 0, 1, 0.9],
    ]);
    const wrong = { kept: Uint8Array.from([1, 0]), count: 1, proposals: 0 };
    expect(blockingPairs(edges, { ofLeft: [1, 1], ofRight: [1] }, wrong)).toBe(1);
  });
});

describe('capped exposure', () => {
  it('asks of nobody more answers than it can look through', () => {
    fc.assert(
      fc.property(markets, seats(6), fc.integer({ min: 1, max: 5 }), (edges, reviewsOf, listLength) => {
        const { expected, kept } = capExposure(edges, { listLength, reviewsOf });
        for (const [right, most] of reviewsOf.entries())
          expect(expected[right]).toBeLessThanOrEqual(most + 1e-6);
        for (let left = 0; left < edges.lefts; left += 1)
          expect(
            [...kept].filter((each, edge) => each === 1 && edges.left[edge] === left).length,
          ).toBeLessThanOrEqual(listLength);
      }),
      { numRuns: 300 },
    );
  });

  it('counts expected answers, not heads', () => {
    const edges = edgesOf(
      4,
      1,
      [0, 1, 2, 3].map((left) => [left, 0, 0.5, 0.9] as const),
    );
    expect(capExposure(edges, { listLength: 1, reviewsOf: [1] }).count).toBe(2);
    expect(capExposure(edges, { listLength: 1, reviewsOf: [2] }).count).toBe(4);
  });
});

it.each([
  [[1, 1, 1, 1], 0],
  [[0, 0, 0, 4], 0.75],
  [[], 0],
  [[0, 0], 0],
])('Gini of %j is %d', (amounts, expected) => {
  expect(gini(amounts)).toBeCloseTo(expected);
});
