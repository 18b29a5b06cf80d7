import fc from 'fast-check';
import { composeList, DEFAULT_LIST_RULES, type Listed, type ListRules } from './compose-list.js';

const rules: ListRules = {
  length: 6,
  most: { owner: 1, city: 3, sector: 4 },
  floors: { sme: 3, isNew: 1 },
  floorMinimum: 0.3,
};
const crowd = fc
  .array(
    fc.record({
      score: fc.integer({ min: 0, max: 100 }).map((score) => score / 100),
      owner: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      city: fc.constantFrom('busan', 'da-nang', 'ipoh'),
      sector: fc.constantFrom('hotel', 'dmc'),
      isSme: fc.boolean(),
      isNew: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((list): Listed[] => list.map((each, at) => ({ ...each, id: `i${String(at).padStart(2, '0')}` })));

const most = (list: readonly Listed[], of: (item: Listed) => string | undefined): number => {
  const counts = new Map<string | undefined, number>();
  for (const item of list) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return Math.max(0, ...counts.values());
};

describe('a composed list', () => {
  it('never has too many of one owner, city or sector, nor too many at all', () => {
    fc.assert(
      fc.property(crowd, (candidates) => {
        const list = composeList(candidates, rules);
        expect(list.length).toBeLessThanOrEqual(rules.length);
        expect(most(list, ({ owner }) => owner)).toBeLessThanOrEqual(rules.most.owner);
        expect(most(list, ({ city }) => city)).toBeLessThanOrEqual(rules.most.city);
        expect(most(list, ({ sector }) => sector)).toBeLessThanOrEqual(rules.most.sector);
        expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(crowd, (candidates) => {
        expect(composeList([...candidates].reverse(), rules)).toEqual(composeList(candidates, rules));
      }),
    );
  });

  const one = (id: string, score: number, changes: Partial<Listed> = {}): Listed => ({
    id,
    score,
    owner: id,
    isSme: false,
    isNew: false,
    ...changes,
  });
  const strong = Array.from({ length: 8 }, (_, at) => one(`s${at}`, 0.9 - at / 100));

  it('keeps places for SMEs and new members that are good enough', () => {
    const list = composeList(
      [
        ...strong,
        one('sme', 0.5, { isSme: true }),
        one('newcomer', 0.45, { isNew: true }),
        one('weak', 0.2, { isSme: true, isNew: true }),
      ],
      rules,
    );
    expect(list.map(({ id }) => id)).toEqual(['s0', 's1', 's2', 's3', 'sme', 'newcomer']);
  });

  it('is the plain ranking when nobody is in the way', () => {
    const smes = strong.map((item) => ({ ...item, isSme: true, isNew: true }));
    expect(composeList(smes, DEFAULT_LIST_RULES)).toEqual(smes);
  });
});
