import fc from 'fast-check';
import { DEFAULT_LIST_RULES } from './compose-list.js';
import { composeMarket, type MarketCandidate, type MarketReader } from './compose-market.js';

const rules = { ...DEFAULT_LIST_RULES, length: 5, floors: { sme: 1, isNew: 1 }, fillsUp: true };
const hundredths = fc.integer({ min: 1, max: 100 }).map((each) => each / 100);
const readerOf = (candidates: readonly MarketCandidate[]): MarketReader => ({
  rules,
  candidates: () => candidates,
});
const readersOf = fc.array(
  fc
    .uniqueArray(
      fc.record({
        owner: fc.integer({ min: 0, max: 11 }).map((owner) => `o${owner}`),
        score: hundredths,
        isSme: fc.boolean(),
        isNew: fc.boolean(),
      }),
      { selector: ({ owner }) => owner, maxLength: 10 },
    )
    .map((all) =>
      readerOf(all.map((each) => ({ ...each, id: each.owner, wants: each.score, welcomes: each.score }))),
    ),
  { maxLength: 25 },
);

describe('the lists of a whole market', () => {
  it('promise nobody more answers than it can look through', () => {
    fc.assert(
      fc.property(readersOf, fc.integer({ min: 0, max: 6 }), (readers, capacity) => {
        const { accounts, lists } = composeMarket(readers, () => capacity);
        for (const { answers } of accounts.values()) expect(answers).toBeLessThanOrEqual(capacity + 1e-9);
        expect(lists).toHaveLength(readers.length);
      }),
    );
  });

  it('are the same whatever the order of the candidates', () => {
    fc.assert(
      fc.property(readersOf, (readers) => {
        const turned = readers.map(({ candidates }) => readerOf([...candidates()].reverse()));
        const ids = (of: typeof readers): string[][] =>
          composeMarket(of, () => 3).lists.map((list) => list.map(({ id }) => id));
        expect(ids(turned)).toEqual(ids(readers));
      }),
    );
  });

  it('lead the many away from the one whom all want most', () => {
    const candidates = Array.from({ length: 12 }, (_, at): MarketCandidate => {
      const score = at === 0 ? 0.9 : 0.7;
      return {
        id: `c${at}`,
        owner: `c${at}`,
        score,
        wants: score,
        welcomes: score,
        isSme: at > 6,
        isNew: at === 11,
      };
    });
    const readers = Array.from({ length: 100 }, () => readerOf(candidates));
    const { accounts, lists } = composeMarket(readers, () => 20);
    const shown = (id: string): number =>
      lists.filter((list) => list.some((entry) => entry.id === id)).length;
    expect(accounts.get('c0')?.answers).toBeLessThanOrEqual(20);
    expect(shown('c0')).toBeLessThan(60);
    expect(shown('c0')).toBeGreaterThan(10);
    const smes = new Set(candidates.filter(({ isSme }) => isSme).map(({ id }) => id));
    for (const list of lists) expect(list.some(({ id }) => smes.has(id))).toBe(true);
  });
});
