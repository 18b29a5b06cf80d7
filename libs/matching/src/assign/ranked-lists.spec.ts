import fc from 'fast-check';
import type { Edges } from './edges.js';
import { rankedLists } from './ranked-lists.js';

type Drawn = readonly [left: number, right: number, byLeft: number, byRight: number];
const edgesOf = (list: readonly Drawn[]): Edges => ({
  lefts: 3,
  rights: 90,
  left: Uint32Array.from(list, ([l]) => l),
  right: Uint32Array.from(list, ([, r]) => r),
  byLeft: Float64Array.from(list, ([, , a]) => a),
  byRight: Float64Array.from(list, ([, , , b]) => b),
});
const opinion = fc.oneof(fc.integer({ min: -2, max: 6 }), fc.constant(Number.NaN));
/** Lefts and rights beyond the last one too, pairs named twice, short lists and long ones. */
const drawn = fc.array(fc.tuple(fc.nat(3), fc.nat(90), opinion, opinion), { maxLength: 300 });

it('ranks what both sides want as sorting plainly does, whatever the order of the edges', () => {
  fc.assert(
    fc.property(drawn, (list) => {
      const best = new Map<string, Drawn>();
      for (const edge of list) {
        const [l, r, a, b] = edge;
        if (!(a > 0) || !(b > 0) || l >= 3 || r >= 90) continue;
        const known = best.get(`${l} ${r}`);
        if (known === undefined || a > known[2] || (a === known[2] && b > known[3]))
          best.set(`${l} ${r}`, edge);
      }
      const plain = [0, 1, 2].map((left) =>
        [...best.values()]
          .filter(([l]) => l === left)
          .sort((x, y) => y[2] - x[2] || x[1] - y[1])
          .map(([, r, a, b]) => [r, a, b]),
      );
      for (const given of [list, [...list].reverse()]) {
        const edges = edgesOf(given);
        const { begins, ends, edge, right, liking } = rankedLists(edges);
        const found = [0, 1, 2].map((left) =>
          Array.from({ length: ends[left]! - begins[left]! }, (_, at) => {
            const place = begins[left]! + at;
            return [right[place]!, edges.byLeft[edge[place]!]!, liking[place]!];
          }),
        );
        expect(found).toEqual(plain);
      }
    }),
    { numRuns: 300 },
  );
});
