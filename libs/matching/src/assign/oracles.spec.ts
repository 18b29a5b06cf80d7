import fc from 'fast-check';
import blossom from 'edmonds-blossom-fixed';
import loadHighs from 'highs';
import { generalMatching } from './blossom/general-matching.js';
import { weightedMatching, type WeightedEdges } from './weighted-matching.js';

const pairEdges = (vertices: number, most: number) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(vertices - 1), fc.nat(vertices - 1), fc.integer({ min: 1, max: 1000 })), {
      selector: ([a, b]) => Math.min(a, b) * vertices + Math.max(a, b),
      maxLength: most,
    })
    .map((list) => list.filter(([a, b]) => a !== b).map(([a, b, weight]) => ({ a, b, weight })));

it('pairs as well as another implementation of the blossom algorithm', () => {
  fc.assert(
    fc.property(pairEdges(40, 250), (edges) => {
      const mates = blossom(edges.map(({ a, b, weight }): [number, number, number] => [a, b, weight]));
      const value = edges.reduce((sum, { a, b, weight }) => (mates[a] === b ? sum + weight : sum), 0);
      expect(generalMatching(40, edges).value).toBe(value);
    }),
    { numRuns: 60 },
  );
});

/** The most valuable choice within all seats as a linear program; its solutions are whole. */
function program(
  { left, right, weight }: WeightedEdges,
  ofLeft: readonly number[],
  ofRight: readonly number[],
) {
  const all = Array.from({ length: weight.length }, (_, edge) => edge);
  const within = (party: ArrayLike<number>, seats: readonly number[]): string[] =>
    seats.flatMap((most, at) => {
      const of = all.filter((edge) => party[edge] === at);
      return of.length === 0 ? [] : [`${of.map((edge) => `x${edge}`).join(' + ')} <= ${most}`];
    });
  return [
    'Maximize',
    all.map((edge) => `${weight[edge]} x${edge}`).join(' + '),
    'Subject To',
    ...within(left, ofLeft),
    ...within(right, ofRight),
    'Bounds',
    ...all.map((edge) => `0 <= x${edge} <= 1`),
    'End',
  ].join('\n');
}

it('chooses as well as a linear program', async () => {
  const highs = await loadHighs.default();
  const seats = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 });
  const edges = fc.uniqueArray(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 100 })), {
    selector: ([l, r]) => l * 12 + r,
    minLength: 1,
    maxLength: 90,
  });
  fc.assert(
    fc.property(edges, seats, seats, (list, ofLeft, ofRight) => {
      const market: WeightedEdges = {
        lefts: 12,
        rights: 12,
        left: list.map(([l]) => l),
        right: list.map(([, r]) => r),
        weight: list.map(([, , w]) => w),
      };
      const { value, bound } = weightedMatching(market, ofLeft, ofRight);
      const best = highs.solve(program(market, ofLeft, ofRight)).ObjectiveValue;
      expect(value).toBeCloseTo(best, 6);
      expect(bound).toBeCloseTo(best, 6);
    }),
    { numRuns: 40 },
  );
});
