import fc from 'fast-check';
import { NO_CONCEPTS, PARTY_KINDS, type ConceptGraph, type MatchParty, type Weighted } from '#libs/matching';

/* A small world: ten concepts, two of them close, one the parent of another. */
export const IDS = Array.from({ length: 10 }, (_, index) => `c${index}`);
export const graph: ConceptGraph = {
  related: (id) =>
    id === 'c0' ? [{ id: 'c1', weight: 0.8 }] : id === 'c1' ? [{ id: 'c0', weight: 0.8 }] : [],
  parent: (id) => (id === 'c2' ? 'c3' : null),
};
export const one = (id: string, weight = 1): Weighted => ({ id, weight });

export const party = (changes: Partial<MatchParty> = {}): MatchParty => ({
  id: 'p',
  organizationId: 'org-p',
  kind: 'sme',
  concepts: NO_CONCEPTS,
  languages: [],
  ...changes,
});

export const city = (changes: Partial<MatchParty> = {}): MatchParty =>
  party({ id: 'city', organizationId: 'city', kind: 'city', city: 'city', ...changes });

/* Arbitrary parties. */
export const weighted = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...IDS), weight: fc.constantFrom(1, 0.7, 0.5, 0.4) }),
  { selector: (entry) => entry.id, maxLength: 5 },
);
const languages = fc.uniqueArray(fc.constantFrom('ko', 'vi', 'en', 'zh-Hans', 'zh-Hant'), { maxLength: 3 });
const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });

export const partyNamed = (id: string): fc.Arbitrary<MatchParty> =>
  fc.record(
    {
      id: fc.constant(id),
      organizationId: fc.constantFrom(`org-${id}`, 'org-shared'),
      kind: fc.constantFrom(...PARTY_KINDS),
      country: fc.constantFrom('KR', 'VN', 'JP'),
      city: fc.constantFrom('busan', 'da-nang'),
      concepts: fc.record({
        offers: weighted,
        seeks: weighted,
        themes: weighted,
        sectors: weighted,
        markets: weighted,
        areas: weighted,
        certifications: weighted,
      }),
      languages,
      requiredLanguages: languages,
      capacity: fc.record({ max: fc.integer({ min: 0, max: 500 }), min: fc.integer({ min: 0, max: 500 }) }),
      months,
      requiredMonths: months,
      requiredCertifications: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 2 }),
      modes: fc.uniqueArray(fc.constantFrom('onsite', 'remote'), { maxLength: 2 }),
      requiredMode: fc.constantFrom('onsite', 'remote'),
      sought: fc.record({
        sectors: weighted,
        countries: fc.constantFrom([], [one('KR')], [one('VN', 0.7)]),
        cities: fc.constantFrom([], [one('busan')]),
      }),
      namedPlaces: fc.constantFrom([], [one('org-shared')], [one('org-left'), one('org-right')]),
    },
    { requiredKeys: ['id', 'organizationId', 'kind', 'concepts', 'languages'] },
  );

/* Parties as no honest form would send them. */
const oddWeight = fc.constantFrom(1, 0.5, 0, -1, 7, NaN, Infinity);
const oddList = fc.array(fc.record({ id: fc.constantFrom(...IDS, 'unknown', ''), weight: oddWeight }), {
  maxLength: 6,
});
const oddAmount = fc.constantFrom(0, 10, -5, NaN, Infinity);
const oddMonths = fc.array(fc.constantFrom(0, 1, 6, 6, 12, 13, -3, 2.5, 1e9), { maxLength: 6 });

export const twisted: fc.Arbitrary<MatchParty> = fc
  .tuple(
    partyNamed('twisted'),
    fc.record({
      concepts: fc.record({
        offers: oddList,
        seeks: oddList,
        themes: oddList,
        sectors: oddList,
        markets: oddList,
        areas: oddList,
        certifications: oddList,
      }),
      languages: fc.array(fc.constantFrom('ko', 'KO', '', 'x'), { maxLength: 4 }),
      months: oddMonths,
      requiredMonths: oddMonths,
      capacity: fc.record({ max: oddAmount, min: oddAmount }),
      budget: fc.record({ currency: fc.constantFrom('KRW', ''), minMinor: oddAmount, maxMinor: oddAmount }),
      period: fc.record({
        from: fc.constantFrom('2027-01-01', '2027-12-31', 'soon', '0000-00-00'),
        to: fc.constantFrom('2027-01-01', '2027-12-31', '', '2027-00-31'),
      }),
      sought: fc.record({ sectors: oddList, countries: oddList, cities: oddList }),
    }),
  )
  .map(([sound, odd]) => ({ ...sound, ...odd }));
