import fc from 'fast-check';
import { generalMatching } from './blossom/general-matching.js';
import type { PairEdge } from './blossom/forest.js';
import { pairCities, type CityPair, type PairingInput } from './city-pairs.js';

/** The best matching by trying all: for graphs of a few vertices. */
function bestByTrying(
  vertices: number,
  edges: readonly PairEdge[],
  used = new Set<number>(),
  at = 0,
): number {
  const edge = edges[at];
  if (edge === undefined) return 0;
  const without = bestByTrying(vertices, edges, used, at + 1);
  if (used.has(edge.a) || used.has(edge.b)) return without;
  const together = bestByTrying(vertices, edges, new Set([...used, edge.a, edge.b]), at + 1);
  return Math.max(without, edge.weight + together);
}

const graphs = fc
  .tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: -3, max: 20 })), { maxLength: 14 }),
  )
  .map(([vertices, drawn]) => {
    const edges = new Map<string, PairEdge>();
    for (const [x, y, weight] of drawn) {
      const [a, b] = [Math.min(x, y) % vertices, Math.max(x, y) % vertices];
      if (a !== b) edges.set([a, b].sort().join(), { a, b, weight });
    }
    return { vertices, edges: [...edges.values()] };
  });

describe('the matching of largest weight', () => {
  it('is as good as the best of all, and its prices prove it', () => {
    fc.assert(
      fc.property(graphs, ({ vertices, edges }) => {
        const { partner, value, bound } = generalMatching(vertices, edges);
        expect(value).toBe(bestByTrying(vertices, edges));
        expect(bound).toBe(value);
        for (const [vertex, other] of partner.entries()) if (other >= 0) expect(partner[other]).toBe(vertex);
      }),
      { numRuns: 1500 },
    );
  });

  it('sees through circles of odd length', () => {
    const circle = [0, 1, 2, 3, 4].map((at): PairEdge => ({ a: at, b: (at + 1) % 5, weight: 10 }));
    const { value } = generalMatching(6, [...circle, { a: 2, b: 5, weight: 9 }]);
    expect(value).toBe(29);
  });

  it('is proven best for 137 cities', () => {
    const edges: PairEdge[] = [];
    for (let a = 0; a < 137; a += 1)
      for (let b = a + 1; b < 137; b += 1)
        if ((a * 7 + b * 13) % 6 === 0) edges.push({ a, b, weight: 1 + ((a * 7919 + b * 104729) % 999_983) });
    const { value, bound } = generalMatching(137, edges);
    expect(value).toBeGreaterThan(0);
    expect(bound).toBe(value);
  });
});

/** The best choice of pairs within capacities, by trying all. */
function bestPairs(pairs: readonly CityPair[], capacity: Readonly<Record<string, number>>, at = 0): number {
  const pair = pairs[at];
  if (pair === undefined) return 0;
  const without = bestPairs(pairs, capacity, at + 1);
  const [a, b] = [capacity[pair.a] ?? 1, capacity[pair.b] ?? 1];
  if (a <= 0 || b <= 0) return without;
  return Math.max(
    without,
    pair.score + bestPairs(pairs, { ...capacity, [pair.a]: a - 1, [pair.b]: b - 1 }, at + 1),
  );
}

const CITIES = ['busan', 'da-nang', 'fukuoka', 'ipoh', 'jakarta'];
const inputs = fc.record({
  pairs: fc.subarray(
    CITIES.flatMap((a, at) => CITIES.slice(at + 1).map((b) => [a, b] as const)),
    { minLength: 1 },
  ),
  scores: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 10, maxLength: 10 }),
  capacity: fc.dictionary(fc.constantFrom(...CITIES), fc.integer({ min: 0, max: 3 })),
});

describe('pairs of cities', () => {
  it('are the best there are within unequal capacities, none twice', () => {
    fc.assert(
      fc.property(inputs, ({ pairs, scores, capacity }) => {
        const scored = pairs.map(([a, b], at) => ({ a, b, score: (scores[at] ?? 1) / 100 }));
        const pairing = pairCities({ cities: CITIES, pairs: scored, capacity });
        expect(pairing.value).toBeCloseTo(bestPairs(scored, capacity), 6);
        expect(pairing.gap).toBeCloseTo(0, 9);
        expect(new Set(pairing.pairs.map(({ a, b }) => `${a} ${b}`)).size).toBe(pairing.pairs.length);
        for (const city of CITIES)
          expect(pairing.pairs.filter(({ a, b }) => a === city || b === city).length).toBeLessThanOrEqual(
            capacity[city] ?? 1,
          );
      }),
      { numRuns: 400 },
    );
  });

  it('do not depend on the order they are given in', () => {
    const pairs = CITIES.flatMap((a, at) => CITIES.slice(at + 1).map((b) => ({ a, b, score: 0.5 })));
    const swapped = [...pairs].reverse().map(({ a, b, score }) => ({ a: b, b: a, score }));
    const named = ({ pairs: found }: { pairs: readonly CityPair[] }) =>
      found.map(({ a, b }) => [a, b].sort());
    expect(named(pairCities({ cities: [...CITIES].reverse(), pairs: swapped }))).toEqual(
      named(pairCities({ cities: CITIES, pairs })),
    );
  });

  it('never repeat a pair of an earlier round, and let nobody miss twice', () => {
    const pairs = CITIES.flatMap((a, at) =>
      CITIES.slice(at + 1).map((b, next) => ({ a, b, score: 0.9 - 0.1 * at - 0.01 * next })),
    );
    const met: [string, string][] = [];
    const missed: Record<string, number> = {};
    for (let round = 0; round < 3; round += 1) {
      const input: PairingInput = { cities: CITIES, pairs, met, missed };
      const pairing = pairCities(input);
      expect(pairing.alone).toHaveLength(1);
      for (const { a, b } of pairing.pairs) {
        expect(met).not.toContainEqual([a, b]);
        met.push([a, b]);
      }
      for (const city of pairing.alone) missed[city] = (missed[city] ?? 0) + 1;
    }
    expect(Math.max(...Object.values(missed))).toBe(1);
  });

  it('pass over what is no pair', () => {
    const pairs = [
      { a: 'busan', b: 'busan', score: 1 },
      { a: 'busan', b: 'atlantis', score: 1 },
      { a: 'busan', b: 'ipoh', score: Number.NaN },
    ];
    expect(pairCities({ cities: CITIES, pairs })).toMatchObject({ pairs: [], value: 0, bound: 0, gap: 0 });
  });
});
