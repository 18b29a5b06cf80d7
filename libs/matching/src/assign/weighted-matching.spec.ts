import fc from 'fast-check';
import { weightedMatching, type WeightedEdges } from './weighted-matching.js';

interface Drawn {
  readonly edges: WeightedEdges;
  readonly leftSeats: readonly number[];
  readonly rightSeats: readonly number[];
}

const drawn = fc
  .record({
    lefts: fc.integer({ min: 1, max: 4 }),
    rights: fc.integer({ min: 1, max: 4 }),
    all: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: -2, max: 30 })), { maxLength: 11 }),
    leftSeats: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
    rightSeats: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
  })
  .map(({ lefts, rights, all, leftSeats, rightSeats }): Drawn => {
    const list = [...new Map(all.map((edge) => [`${edge[0] % lefts} ${edge[1] % rights}`, edge])).values()];
    return {
      edges: {
        lefts,
        rights,
        left: list.map(([l]) => l % lefts),
        right: list.map(([, r]) => r % rights),
        weight: list.map(([, , w]) => w / 8),
      },
      leftSeats,
      rightSeats,
    };
  });

function bestByTrying({ edges, leftSeats, rightSeats }: Drawn, at = 0): number {
  if (at >= edges.weight.length) return 0;
  const [l, r] = [edges.left[at]!, edges.right[at]!];
  const without = bestByTrying({ edges, leftSeats, rightSeats }, at + 1);
  if (leftSeats[l] === 0 || rightSeats[r] === 0) return without;
  const fewer = (seats: readonly number[], of: number) =>
    seats.map((each, i) => (i === of ? each - 1 : each));
  const rest = { edges, leftSeats: fewer(leftSeats, l), rightSeats: fewer(rightSeats, r) };
  return Math.max(without, edges.weight[at]! + bestByTrying(rest, at + 1));
}

it('finds the most valuable choice within all seats, and its prices prove it', () => {
  fc.assert(
    fc.property(drawn, (input) => {
      const { edges, leftSeats, rightSeats } = input;
      const { kept, value, bound } = weightedMatching(edges, leftSeats, rightSeats);
      expect(value).toBeCloseTo(bestByTrying(input), 9);
      expect(bound).toBeCloseTo(value, 9);
      const used = (party: ArrayLike<number>, of: number) =>
        [...kept].filter((each, at) => each === 1 && party[at] === of).length;
      for (let l = 0; l < edges.lefts; l += 1) expect(used(edges.left, l)).toBeLessThanOrEqual(leftSeats[l]!);
      for (let r = 0; r < edges.rights; r += 1)
        expect(used(edges.right, r)).toBeLessThanOrEqual(rightSeats[r]!);
    }),
    { numRuns: 1500 },
  );
});
