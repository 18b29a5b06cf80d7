import type { MatchParty, Weighted } from '../party.js';

/** The lists of a party, in the order in which a row of the table holds them. */
export const LIST = {
  offers: 0,
  seeks: 1,
  themes: 2,
  sectors: 3,
  markets: 4,
  areas: 5,
  certifications: 6,
  soughtSectors: 7,
  soughtCountries: 8,
  soughtCities: 9,
  languages: 10,
  requiredLanguages: 11,
  requiredCertifications: 12,
  modes: 13,
  namedPlaces: 14,
} as const;

export type ListNumber = (typeof LIST)[keyof typeof LIST];
export type Domain = 'concept' | 'country' | 'city' | 'language' | 'mode' | 'organization';

const sure = (ids: readonly string[] = []): readonly Weighted[] => ids.map((id) => ({ id, weight: 1 }));

/** How each list is read from a party, and whose names its entries are. */
export const LISTS: readonly {
  readonly domain: Domain;
  readonly of: (party: MatchParty) => readonly Weighted[];
}[] = [
  { domain: 'concept', of: ({ concepts }) => concepts.offers },
  { domain: 'concept', of: ({ concepts }) => concepts.seeks },
  { domain: 'concept', of: ({ concepts }) => concepts.themes },
  { domain: 'concept', of: ({ concepts }) => concepts.sectors },
  { domain: 'concept', of: ({ concepts }) => concepts.markets },
  { domain: 'concept', of: ({ concepts }) => concepts.areas },
  { domain: 'concept', of: ({ concepts }) => concepts.certifications },
  { domain: 'concept', of: ({ sought }) => sought?.sectors ?? [] },
  { domain: 'country', of: ({ sought }) => sought?.countries ?? [] },
  { domain: 'city', of: ({ sought }) => sought?.cities ?? [] },
  { domain: 'language', of: ({ languages }) => sure(languages) },
  { domain: 'language', of: ({ requiredLanguages }) => sure(requiredLanguages) },
  { domain: 'concept', of: ({ requiredCertifications }) => sure(requiredCertifications) },
  { domain: 'mode', of: ({ modes }) => sure(modes) },
  { domain: 'organization', of: ({ namedPlaces }) => namedPlaces ?? [] },
];
