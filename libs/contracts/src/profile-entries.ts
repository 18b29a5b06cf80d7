import type { OrganizationKind } from './organizations.js';

/** The parts of a profile that come one by one. */
export const ENTRY_KINDS = [
  'offer',
  'seek',
  'resource',
  'season',
  'event',
  'medium',
  'goal',
  'method',
  'certification',
  'reference',
  'picture',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Fields of an entry beside its title, its text and their language. */
export type EntryDetail =
  | 'codes'
  | 'markets'
  | 'months'
  | 'capacity'
  | 'reach'
  | 'startsOn'
  | 'endsOn'
  | 'party'
  | 'expiresOn'
  | 'link'
  | 'fileId';

/** What each kind of entry is asked beside title and text. */
export const ENTRY_DETAILS: Readonly<Record<EntryKind, readonly EntryDetail[]>> = {
  offer: ['codes', 'months', 'capacity', 'markets'],
  seek: ['codes', 'months', 'capacity', 'markets'],
  resource: ['codes', 'link'],
  season: ['months', 'codes'],
  event: ['startsOn', 'endsOn', 'codes', 'link'],
  medium: ['reach', 'link'],
  goal: ['codes'],
  method: [],
  certification: ['codes', 'party', 'expiresOn', 'fileId', 'link'],
  reference: ['party', 'startsOn', 'endsOn', 'link'],
  picture: ['fileId'],
};

const BUSINESS: readonly EntryKind[] = ['offer', 'seek', 'certification', 'reference', 'picture'];

/** What organizations of a kind are asked, in the order of their pages. */
export const ENTRY_KINDS_OF: Readonly<Record<OrganizationKind, readonly EntryKind[]>> = {
  sme: BUSINESS,
  partner: BUSINESS,
  city: ['resource', 'season', 'event', 'medium', 'goal', 'seek', 'offer', 'picture'],
  consultancy: ['method', 'certification', 'reference', 'picture'],
  secretariat: ['goal', 'event', 'picture'],
};
