import { nameKey } from '#libs/organizations';
import { type FoundEntry, RANKS } from '../data/search.repository.js';
import type { ReadQuery } from './query.reader.js';

export const MATCH_KINDS = ['name', 'alias', 'concept', 'place', 'text'] as const;

/** Why an entry was found: a name, a taxonomy code, the organization id of a city, or the words themselves. */
export interface MatchedBy {
  readonly kind: (typeof MATCH_KINDS)[number];
  readonly value: string;
}

type Meaning = Pick<ReadQuery, 'concepts' | 'related' | 'places'>;
export const NO_MEANING: Meaning = { concepts: [], related: [], places: [] };
/** The rank of names that begin with what was typed. */
export const BEGINNING = RANKS.indexOf('beginning');

/** Why `entry` is a hit, the strongest reason first. */
export function reasonsOf(entry: FoundEntry, rank: number, query: string, read: Meaning): MatchedBy[] {
  const reasons = [...nameReasons(entry, rank, query), ...meaningReasons(entry, read)];
  return reasons.length > 0 ? reasons : [{ kind: 'text', value: query.trim() }];
}

function nameReasons({ card }: FoundEntry, rank: number, query: string): MatchedBy[] {
  const why = RANKS[rank];
  if (why === 'named') return [{ kind: 'name', value: card.title }];
  if (why !== 'name' && why !== 'alias' && why !== 'beginning') return [];
  const key = nameKey(query);
  const exact = card.names.find((name) => nameKey(name) === key);
  const value = exact ?? card.names.find((name) => nameKey(name).startsWith(key)) ?? card.title;
  const isOwn = value === card.title || value === card.titleLocal;
  return [{ kind: isOwn ? 'name' : 'alias', value }];
}

function meaningReasons(entry: FoundEntry, { concepts, related, places }: Meaning): MatchedBy[] {
  const codes = new Set(entry.concepts.map((code) => code.replace(/^~/, '')));
  const direct = concepts.filter((code) => codes.has(code));
  const near = direct.length > 0 ? [] : related.filter((code) => codes.has(code));
  const isThere = entry.placeId !== null && entry.placeId !== entry.id && places.includes(entry.placeId);
  return [
    ...[...direct, ...near].map((value): MatchedBy => ({ kind: 'concept', value })),
    ...(isThere ? [{ kind: 'place' as const, value: entry.card.city ?? '' }] : []),
  ];
}
