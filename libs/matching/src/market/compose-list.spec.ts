import fc from 'fast-check';
import {
  composeList,
  DEFAULT_LIST_RULES,
  type ComposedList,
  type ListCandidate,
  type ListRules,
} from './compose-list.js';

const rules: ListRules = {
  length: 6,
  most: { owner: 1, city: 3, sector: 4 },
  floors: { sme: 3, isNew: 1 },
  floorMinimum: 0.3,
  shownBy: 'score',
};
const hundredths = fc.integer({ min: 0, max: 100 }).map((each) => each / 100);
const crowd = fc
  .array(
    fc.record(
      {
        score: hundredths,
        wants: hundredths,
        welcomes: hundredths,
        price: fc.integer({ min: -10, max: 30 }).map((each) => each / 10),
        room: fc.integer({ min: 0, max: 20 }).map((each) => each / 10),
        owner: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
        city: fc.constantFrom('busan', 'da-nang', 'ipoh'),
        sector: fc.constantFrom('hotel', 'dmc'),
        isSme: fc.boolean(),
        isNew: fc.boolean(),
      },
      { requiredKeys: ['score', 'wants', 'welcomes', 'owner', 'isSme', 'isNew'] },
    ),
    { maxLength: 30 },
  )
  .map((list): ListCandidate[] =>
    list.map((each, at) => ({ ...each, id: `i${String(at).padStart(2, '0')}` })),
  );

const most = (list: readonly ListCandidate[], of: (item: ListCandidate) => string | undefined): number => {
  const counts = new Map<string, number>();
  for (const item of list) {
    const value = of(item);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
};
const listed = ({ positions }: ComposedList): ListCandidate[] => positions.map(({ item }) => item);
const ids = (list: ComposedList): string[] => listed(list).map(({ id }) => id);
const moves = ({ positions, leftOut }: ComposedList): Record<string, string> =>
  Object.fromEntries([...positions, ...leftOut].map(({ item, move }) => [item.id, move]));

describe('a composed list', () => {
  it('never has too many of one owner, city or sector, nor too many at all', () => {
    fc.assert(
      fc.property(crowd, (candidates) => {
        const list = listed(composeList(candidates, rules));
        expect(list.length).toBeLessThanOrEqual(rules.length);
        expect(most(list, ({ owner }) => owner)).toBeLessThanOrEqual(rules.most.owner);
        expect(most(list, ({ city }) => city)).toBeLessThanOrEqual(rules.most.city);
        expect(most(list, ({ sector }) => sector)).toBeLessThanOrEqual(rules.most.sector);
        expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
      }),
      { numRuns: 500 },
    );
  });

  it('fills places that would stay empty, if it is to, and puts nobody out for it', () => {
    const few = Array.from({ length: 5 }, (_, at) => one(`o${at}`, 0.9 - at / 10, { owner: 'one' }));
    expect(ids(composeList(few, rules))).toEqual(['o0']);
    const full = few.map((item, at) => (at === 1 ? { ...item, room: 0 } : item));
    expect(ids(composeList(full, { ...rules, fillsUp: true }))).toEqual(['o0', 'o2', 'o3', 'o4']);
    const others = [...few, ...strong.slice(0, 4)];
    expect(ids(composeList(others, { ...rules, fillsUp: true }))).toHaveLength(rules.length);
    fc.assert(
      fc.property(crowd, (candidates) => {
        const filled = new Set(ids(composeList(candidates, { ...rules, fillsUp: true })));
        for (const id of ids(composeList(candidates, rules))) expect(filled).toContain(id);
      }),
    );
  });

  it('never lists anybody who has no room for the answer', () => {
    fc.assert(
      fc.property(crowd, (candidates) => {
        for (const { wants, room } of listed(composeList(candidates, rules)))
          expect(wants).toBeLessThanOrEqual(room ?? 1);
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

  it('says of everybody whom score alone would have placed otherwise why', () => {
    fc.assert(
      fc.property(crowd, (candidates) => {
        const { positions, leftOut } = composeList(candidates, rules);
        for (const { positionByScore, move } of positions)
          expect(move === 'none' || positionByScore > rules.length || move.startsWith('place_')).toBe(true);
        for (const { positionByScore } of leftOut) expect(positionByScore).toBeLessThanOrEqual(rules.length);
        expect(positions.map(({ position }) => position)).toEqual(positions.map((_, at) => at + 1));
      }),
      { numRuns: 500 },
    );
  });

  const one = (id: string, score: number, changes: Partial<ListCandidate> = {}): ListCandidate => ({
    id,
    score,
    wants: score,
    welcomes: score,
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
    expect(ids(list)).toEqual(['s0', 's1', 's2', 's3', 'sme', 'newcomer']);
    expect(moves(list)).toMatchObject({
      s0: 'none',
      sme: 'place_for_sme',
      newcomer: 'place_for_new_member',
      s4: 'made_place',
      s5: 'made_place',
    });
  });

  it('is the plain ranking when nobody is in the way', () => {
    const smes = strong.map((item) => ({ ...item, isSme: true, isNew: true }));
    const list = composeList(smes, DEFAULT_LIST_RULES);
    expect(listed(list)).toEqual(smes);
    expect(list.leftOut).toEqual([]);
  });

  it('passes over the crowded for the less crowded, and says so', () => {
    const crowded = strong.map((item) => (item.id === 's0' ? { ...item, price: 2 } : item));
    const list = composeList(crowded, { ...rules, floors: { sme: 0, isNew: 0 } });
    expect(ids(list)).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
    expect(moves(list)).toMatchObject({ s0: 'crowded', s6: 'less_crowded' });
    expect(list.leftOut[0]).toMatchObject({ positionByScore: 1, price: 2 });
  });

  it('tells which limit kept somebody out, and who is there instead', () => {
    const sameOwner = strong.map((item) => ({ ...item, owner: item.id < 's2' ? 'one' : item.id }));
    const full = sameOwner.map((item) => (item.id === 's2' ? { ...item, room: 0.1 } : item));
    const list = composeList(full, { ...rules, floors: { sme: 0, isNew: 0 } });
    expect(moves(list)).toMatchObject({
      s1: 'same_owner',
      s2: 'no_room',
      s6: 'more_diverse',
      s7: 'more_diverse',
    });
  });

  it('lists whom the text names, whatever the market says', () => {
    const named = one('named', 0.3, { isNamed: true, price: 9, room: 0, owner: 's0' });
    const list = composeList([...strong, named], rules);
    expect(moves(list)).toMatchObject({ named: 'named', s0: 'same_owner' });
    expect(list.positions.at(-1)?.item.id).toBe('named');
    expect(composeList([...strong, named], { ...rules, shownBy: 'worth' }).positions[0]?.item.id).toBe(
      'named',
    );
  });

  it('passes over what is no number, and is empty where there is nothing to list', () => {
    const broken = [
      one('no-score', Number.NaN, { wants: 1, welcomes: 1 }),
      one('no-chance', 0.9, { wants: Number.NaN }),
      one('no-room', 0.9, { room: Number.NaN }),
    ];
    expect(ids(composeList([...broken, one('good', 0.5)], rules))).toEqual(['good']);
    expect(ids(composeList([one('good', 0.5, { price: Number.NaN })], rules))).toEqual(['good']);
    expect(composeList([], rules)).toEqual({ positions: [], leftOut: [] });
    for (const length of [0, -1, Number.NaN])
      expect(composeList(strong, { ...rules, length })).toEqual({ positions: [], leftOut: [] });
  });

  it('counts somebody named twice once', () => {
    expect(ids(composeList([one('a', 0.5), one('a', 0.6)], rules))).toEqual(['a']);
  });
});
