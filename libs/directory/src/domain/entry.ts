import type { OrganizationKind } from '#libs/contracts';

export const ENTRY_TYPES = ['organization', 'person', 'opportunity'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** What entries are filtered and counted by. */
export const FACET_FIELDS = [
  'scope',
  'kind',
  'country',
  'theme',
  'sector',
  'language',
  'market',
  'offers',
  'seeks',
] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

/** What narrows a search: the facets, and the places of an area, which nobody chooses by name. */
export const FILTER_FIELDS = [...FACET_FIELDS, 'place'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

/** Values of one field are alternatives; several fields must all hold. */
export type Filters = Readonly<Partial<Record<FilterField, readonly string[]>>>;

/** `country:KR`: how a value of a field is kept. */
export const facetToken = (field: FilterField, value: string): string => `${field}:${value}`;

/** A taxonomy code as an entry's bits tell it: declared, or at all, declared or told. */
export const declaredToken = (code: string): string => `+${code}`;
export const aboutToken = (code: string): string => `#${code}`;

/** Everything an entry has a bit for. `concepts` as the entry keeps them, `~` before those that are only told. */
export function tokensOf({ facets, concepts }: Pick<DirectoryEntry, 'facets' | 'concepts'>): string[] {
  const codes = concepts.flatMap((code) =>
    code.startsWith('~') ? [aboutToken(code.slice(1))] : [aboutToken(code), declaredToken(code)],
  );
  return [...facets, ...new Set(codes)];
}

/** The text of an entry in one language, for quotations. */
export interface EntryText {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

/** What a row of a list shows. A person's name is not kept here; it is read when the row is shown. */
export interface EntryCard {
  readonly title: string;
  readonly titleLocal: string | null;
  readonly kind: OrganizationKind;
  readonly city: string | null;
  /** Invented for the demonstration; always shown as such. */
  readonly fictional: boolean;
  readonly themes: readonly string[];
  readonly languages: readonly string[];
  /** Every name the entry is called by, as it is written. */
  readonly names: readonly string[];
}

/** One thing that can be found, as it is projected. */
export interface DirectoryEntry {
  readonly id: string;
  readonly type: EntryType;
  readonly organizationId: string;
  /** 0 for members of the TPO, 1 for other organizations, 2 for what belongs to organizations. */
  readonly standing: number;
  readonly nameFolded: string;
  readonly listedAt: Date;
  /** Last day it is shown, `2027-03-01`; null: until it is taken down. */
  readonly closesOn: string | null;
  readonly country: string;
  /** The city it is shown at on the map. */
  readonly placeId: string | null;
  readonly placeName: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly facets: readonly string[];
  /** Taxonomy codes it is about: declared, or told in its texts. */
  readonly concepts: readonly string[];
  readonly lexemes: readonly string[];
  /** Words whose misspellings should lead here. */
  readonly words: readonly string[];
  readonly card: EntryCard;
  readonly texts: readonly EntryText[];
}
