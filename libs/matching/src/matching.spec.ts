import fc from 'fast-check';
import { city, graph, IDS, one, party, partyNamed, weighted } from '../../../test/support/small-market.js';
import { cover } from './features/coverage.js';
import { languageServes } from './features/languages.js';
import {
  DEFAULT_SPEC,
  NO_CONCEPTS,
  rankMatches,
  scorePair,
  swapFacts,
  type Fact,
  type MatchParty,
  type PairScore,
  type Reason,
  type Weighted,
} from './index.js';

const pairs = fc.tuple(partyNamed('left'), partyNamed('right'));
const terms = (pair: PairScore): readonly Reason[] => [...pair.reasons, ...pair.unmet];
const sum = (pair: PairScore): number =>
  terms(pair).reduce((total, { contribution }) => total + contribution, 0);

const factKey = ({ type, value }: Fact): string => `${type}=${value}`;
const view = ({ code, contribution, facts }: Reason): string =>
  JSON.stringify([
    code,
    contribution.toFixed(9),
    facts.ours.map(factKey).sort(),
    facts.theirs.map(factKey).sort(),
  ]);

describe('every pair', () => {
  it('scores between 0 and 1, and its terms add up to the score', () => {
    fc.assert(
      fc.property(pairs, ([left, right]) => {
        const pair = scorePair(left, right, graph);
        expect(pair.score).toBeGreaterThanOrEqual(0);
        expect(pair.score).toBeLessThanOrEqual(1 + 1e-9);
        expect(sum(pair)).toBeCloseTo(pair.score, 9);
        expect(pair.reasons.every(({ contribution }) => contribution >= 0)).toBe(true);
        expect(pair.unmet.every(({ contribution }) => contribution <= 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('looks the same from the other side, facts swapped', () => {
    fc.assert(
      fc.property(pairs, ([left, right]) => {
        const here = scorePair(left, right, graph);
        const there = scorePair(right, left, graph);
        expect(there.score).toBe(here.score);
        expect(there.excluded).toBe(here.excluded);
        const swapped = terms(there).map((reason) => ({ ...reason, facts: swapFacts(reason.facts) }));
        expect(swapped.map(view).sort()).toEqual(terms(here).map(view).sort());
        const swappedMarks = there.notStated.map((mark) =>
          mark.startsWith('ours.') ? mark.replace('ours', 'theirs') : mark.replace('theirs', 'ours'),
        );
        expect(swappedMarks.sort()).toEqual([...here.notStated]);
      }),
      { numRuns: 500 },
    );
  });

  it('is never made of one organization', () => {
    fc.assert(
      fc.property(pairs, ([left, right]) => {
        const same = { ...right, organizationId: left.organizationId };
        expect(scorePair(left, same, graph)).toMatchObject({
          score: 0,
          excluded: 'same_organization',
          reasons: [],
        });
        expect(rankMatches(left, [same], graph)).toEqual([]);
      }),
    );
  });

  it('compares facts on both sides in every reason', () => {
    fc.assert(
      fc.property(pairs, ([left, right]) => {
        for (const { facts } of scorePair(left, right, graph).reasons) {
          expect(facts.ours.length).toBeGreaterThan(0);
          expect(facts.theirs.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('the order in which things are listed', () => {
  const mixed = (given: MatchParty): fc.Arbitrary<MatchParty> =>
    fc
      .tuple(
        fc.record(
          Object.fromEntries(
            Object.entries(given.concepts).map(([list, entries]: [string, readonly Weighted[]]) => [
              list,
              fc.shuffledSubarray([...entries], { minLength: entries.length }),
            ]),
          ),
        ),
        fc.shuffledSubarray([...given.languages], { minLength: given.languages.length }),
        fc.shuffledSubarray([...(given.months ?? [])], { minLength: given.months?.length ?? 0 }),
      )
      .map(([concepts, languages, months]) => ({
        ...given,
        concepts: concepts as unknown as MatchParty['concepts'],
        languages,
        ...(given.months === undefined ? {} : { months }),
      }));

  it('changes no score', () => {
    fc.assert(
      fc.property(
        pairs.chain(([left, right]) =>
          fc.tuple(fc.constant(left), fc.constant(right), mixed(left), mixed(right)),
        ),
        ([left, right, otherLeft, otherRight]) => {
          expect(scorePair(otherLeft, otherRight, graph).score).toBeCloseTo(
            scorePair(left, right, graph).score,
            12,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('monotony', () => {
  const subject = party({
    id: 'opp',
    organizationId: 'city',
    kind: 'opportunity',
    requiredLanguages: ['ko'],
    capacity: { min: 100 },
  });

  it('a concept more in common never lowers the score', () => {
    fc.assert(
      fc.property(weighted, weighted, fc.constantFrom(...IDS), (wanted, given, extra) => {
        const themes = (list: readonly Weighted[]) => ({ ...NO_CONCEPTS, themes: list });
        const ask = {
          ...subject,
          concepts: themes([...wanted.filter(({ id }) => id !== extra), one(extra)]),
        };
        const without = given.filter(({ id }) => id !== extra);
        const before = scorePair(
          ask,
          party({ concepts: { ...themes(without), sectors: [] }, languages: ['ko'] }),
          graph,
        );
        const after = scorePair(
          ask,
          party({ concepts: themes([...without, one(extra)]), languages: ['ko'] }),
          graph,
        );
        expect(after.score).toBeGreaterThanOrEqual((without.length === 0 ? 0 : before.score) - 1e-9);
      }),
    );
  });

  it('more capacity never lowers the score', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (a, b) => {
        const give = (max: number) =>
          party({ capacity: { max }, languages: ['ko'], concepts: { ...NO_CONCEPTS, themes: [one('c0')] } });
        const ask = { ...subject, concepts: { ...NO_CONCEPTS, themes: [one('c0')] } };
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(scorePair(ask, give(more), graph).score).toBeGreaterThanOrEqual(
          scorePair(ask, give(less), graph).score - 1e-9,
        );
      }),
    );
  });

  it('a month, a language or a certificate more never lowers the score', () => {
    fc.assert(
      fc.property(partyNamed('left'), partyNamed('right'), (left, right) => {
        const ask = { ...left, kind: 'opportunity' as const, organizationId: 'ask' };
        const give = { ...right, kind: 'sme' as const, months: right.months ?? [], languages: ['en'] };
        const { score } = scorePair(ask, give, graph);
        const { certifications } = give.concepts;
        const held = certifications.some(({ id }) => id === 'c8')
          ? certifications
          : [...certifications, one('c8')];
        for (const more of [
          { ...give, months: [...new Set([...give.months, 3])] },
          { ...give, languages: ['en', 'ko'] },
          { ...give, concepts: { ...give.concepts, certifications: held } },
        ])
          expect(scorePair(ask, more, graph).score).toBeGreaterThanOrEqual(score - 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('a city named in the text scores more than the same city not named', () => {
    fc.assert(
      fc.property(pairs, ([left, right]) => {
        const proposal = { ...left, kind: 'proposal' as const, organizationId: 'org-left', namedPlaces: [] };
        const named = { ...proposal, namedPlaces: [one('org-city')] };
        const target = { ...right, kind: 'city' as const, organizationId: 'org-city', namedPlaces: [] };
        const [plain, lifted] = [scorePair(proposal, target, graph), scorePair(named, target, graph)];
        expect(lifted.score).toBeGreaterThanOrEqual(plain.score);
        expect(lifted.reasons.map(({ code }) => code)).toContain('named_in_text');
      }),
    );
  });
});

describe('ranking', () => {
  const candidates = fc
    .array(partyNamed('candidate'), { maxLength: 12 })
    .map((list) => list.map((entry, index) => ({ ...entry, id: `candidate-${index}` })));

  it('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(partyNamed('subject'), candidates, (subject, list) => {
        const forward = rankMatches(subject, list, graph, { minimum: 0 });
        const backward = rankMatches(subject, [...list].reverse(), graph, { minimum: 0 });
        expect(backward).toEqual(forward);
        expect(forward.map(({ rank }) => rank)).toEqual(forward.map((_, index) => index + 1));
        for (let i = 1; i < forward.length; i += 1)
          expect(forward[i - 1]!.score).toBeGreaterThanOrEqual(forward[i]!.score);
      }),
    );
  });

  it('gives at least two reasons for every match', () => {
    fc.assert(
      fc.property(partyNamed('subject'), candidates, (subject, list) => {
        for (const match of rankMatches(subject, list, graph, { minimum: 0 })) {
          expect(match.reasons.length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  it('finds every named city for every proposal, with two reasons', () => {
    fc.assert(
      fc.property(partyNamed('left'), partyNamed('right'), (left, right) => {
        const proposal = {
          ...left,
          kind: 'proposal' as const,
          organizationId: 'org-left',
          namedPlaces: [one('org-city')],
        };
        const target = { ...right, kind: 'city' as const, organizationId: 'org-city' };
        const [match] = rankMatches(proposal, [target], graph);
        expect(match?.reasons.map(({ code }) => code)).toContain('named_in_text');
        expect(match?.reasons.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 300 },
    );
  });

  it('orders equal scores by id', () => {
    const twin = (id: string): MatchParty =>
      party({ id, organizationId: id, languages: ['ko'], concepts: { ...NO_CONCEPTS, themes: [one('c0')] } });
    const subject = party({
      id: 's',
      kind: 'opportunity',
      languages: ['ko'],
      concepts: { ...NO_CONCEPTS, themes: [one('c0')] },
    });
    expect(
      rankMatches(subject, [twin('b'), twin('a'), twin('c')], graph).map(({ candidate }) => candidate.id),
    ).toEqual(['a', 'b', 'c']);
  });

  it('keeps a named city within the limit, whoever scores more', () => {
    const themes = { ...NO_CONCEPTS, themes: [one('c0')], offers: [one('c5')], seeks: [one('c5')] };
    const proposal = party({
      id: 'proposal',
      kind: 'proposal',
      languages: ['ko'],
      concepts: themes,
      namedPlaces: [one('quiet')],
      requiredLanguages: ['ko'],
    });
    const rivals = ['x', 'y', 'z'].map((id) =>
      city({ id, organizationId: id, languages: ['ko'], concepts: themes }),
    );
    const quiet = city({ id: 'quiet', organizationId: 'quiet', languages: ['th'] });

    const ranked = rankMatches(proposal, [...rivals, quiet], graph, { limit: 2 });
    expect(ranked).toHaveLength(2);
    expect(ranked.map(({ candidate }) => candidate.id)).toContain('quiet');
    expect(ranked.find(({ candidate }) => candidate.id === 'quiet')?.reasons.length).toBeGreaterThanOrEqual(
      2,
    );
  });

  it('leaves out what only shares a language', () => {
    const ask = party({
      id: 'ask',
      kind: 'opportunity',
      languages: ['en'],
      concepts: { ...NO_CONCEPTS, themes: [one('c0')] },
    });
    const other = party({
      id: 'other',
      organizationId: 'other',
      languages: ['en'],
      concepts: { ...NO_CONCEPTS, themes: [one('c9')] },
    });
    expect(rankMatches(ask, [other], graph, { minimum: 0 })).toEqual([]);
  });
});

describe('what is compared', () => {
  it('answers a concept by itself, a related one, or its family', () => {
    const value = (wanted: string, given: string): number =>
      cover([one(wanted)], [one(given)], graph, DEFAULT_SPEC).value;
    expect(value('c0', 'c0')).toBe(1);
    expect(value('c0', 'c1')).toBeCloseTo(0.48);
    expect(value('c2', 'c3')).toBe(0.5);
    expect(value('c3', 'c2')).toBe(0.5);
    expect(value('c4', 'c5')).toBe(0);
  });

  it('tells the variants of a language from other languages', () => {
    expect(languageServes('zh-Hans', 'zh-hans')).toBe(1);
    expect(languageServes('zh-Hans', 'zh-Hant')).toBe(0.5);
    expect(languageServes('ko', 'ja')).toBe(0);
  });

  it('minds the direction of the trade', () => {
    const ask = party({
      id: 'ask',
      kind: 'opportunity',
      concepts: { ...NO_CONCEPTS, seeks: [one('c6')], themes: [one('c0')] },
    });
    const giver = party({
      id: 'giver',
      organizationId: 'giver',
      concepts: { ...NO_CONCEPTS, offers: [one('c6')], themes: [one('c0')] },
    });
    const rival = party({
      id: 'rival',
      organizationId: 'rival',
      concepts: { ...NO_CONCEPTS, seeks: [one('c6')], offers: [one('c7')], themes: [one('c0')] },
    });
    expect(rankMatches(ask, [rival, giver], graph, { minimum: 0 })[0]?.candidate.id).toBe('giver');
    const codes = (other: MatchParty) => scorePair(ask, other, graph).reasons.map(({ code }) => code);
    expect(codes(giver)).toContain('offer_meets_need');
    expect(codes(rival)).not.toContain('offer_meets_need');
  });

  it('marks what is not stated and takes nothing for it', () => {
    const ask = party({
      id: 'ask',
      kind: 'opportunity',
      capacity: { min: 50 },
      requiredMonths: [1],
      concepts: { ...NO_CONCEPTS, themes: [one('c0')] },
      languages: ['ko'],
    });
    const silent = party({
      id: 'silent',
      organizationId: 'silent',
      concepts: { ...NO_CONCEPTS, themes: [one('c0')] },
    });
    const pair = scorePair(ask, silent, graph);
    expect(pair.unmet).toEqual([]);
    expect(pair.notStated).toEqual(
      expect.arrayContaining([
        'theirs.languages',
        'theirs.capacity',
        'theirs.months',
        'ours.seeks',
        'theirs.seeks',
      ]),
    );
  });

  it.each<[string, Partial<MatchParty>, Partial<MatchParty>]>([
    ['language_missing', { requiredLanguages: ['ko'] }, { languages: ['vi'] }],
    ['capacity_too_small', { capacity: { min: 100 } }, { capacity: { max: 50 } }],
    ['season_closed', { requiredMonths: [12, 1] }, { months: [6, 7] }],
    ['certificate_missing', { requiredCertifications: ['c8'] }, {}],
    ['mode_missing', { requiredMode: 'onsite' }, { modes: ['remote'] }],
    [
      'budget_too_small',
      { budget: { currency: 'KRW', minMinor: 100 } },
      { budget: { currency: 'KRW', maxMinor: 40 } },
    ],
    ['place_elsewhere', { sought: { countries: [one('VN')] } }, { country: 'JP' }],
  ])('shows %s as unmet, once, with both facts, and takes its share', (code, asks, gives) => {
    const concepts = { ...NO_CONCEPTS, themes: [one('c0')] };
    const ask = party({ id: 'ask', kind: 'opportunity', concepts, ...asks });
    const { unmet, reasons } = scorePair(
      ask,
      party({ id: 'o', organizationId: 'o', concepts, ...gives }),
      graph,
    );
    expect(unmet.map((reason) => reason.code)).toEqual([code]);
    expect(unmet[0]!.contribution).toBeLessThan(0);
    expect(unmet[0]!.facts.ours.length).toBeGreaterThan(0);
    expect(reasons.length).toBeGreaterThan(0);
  });

  it('rules out disjoint periods and kinds that have nothing to say to each other', () => {
    const opportunity = party({ kind: 'opportunity', period: { from: '2027-03-01', to: '2027-04-30' } });
    const late = party({ id: 'l', organizationId: 'l', period: { from: '2027-05-01', to: '2027-06-30' } });
    expect(scorePair(opportunity, late, graph).excluded).toBe('periods_disjoint');
    expect(scorePair(opportunity, { ...opportunity, organizationId: 'x' }, graph).excluded).toBe(
      'kinds_do_not_match',
    );
  });
});
