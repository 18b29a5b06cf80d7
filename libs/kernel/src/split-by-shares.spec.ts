import fc from 'fast-check';
import { splitByShares } from './split-by-shares.js';

const share = (organizationId: string, shareBasisPoints: number) => ({ organizationId, shareBasisPoints });

describe('splitting by shares', () => {
  const points = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 6 });
  const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });

  it('adds up, keeps within one unit of each share, and knows no order', () => {
    fc.assert(
      fc.property(amount, points, (minor, all) => {
        const total = all.reduce((sum, each) => sum + each, 0);
        fc.pre(total > 0);
        const shares = all.map((each, at) => share(String(at), each));
        const parts = splitByShares(minor, shares);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(minor);
        all.forEach((each, at) => {
          expect(Math.abs((parts[at] ?? -1) - (minor * each) / total)).toBeLessThan(1.01);
        });
        expect(splitByShares(minor, [...shares].reverse()).reverse()).toEqual(parts);
      }),
    );
  });

  it('leaves odd units to the largest remainders, of equal ones to the first by id', () => {
    expect(splitByShares(100, [share('a', 3333), share('b', 3334), share('c', 3333)])).toEqual([33, 34, 33]);
    expect(splitByShares(101, [share('b', 5000), share('a', 5000)])).toEqual([50, 51]);
    expect(splitByShares(7, [share('a', 0)])).toEqual([0]);
  });
});
