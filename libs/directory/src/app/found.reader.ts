import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import { RANKS } from '../data/search.repository.js';
import { SetRepository, type WantedSets } from '../data/set.repository.js';
import {
  aboutToken,
  declaredToken,
  ENTRY_TYPES,
  facetToken,
  FILTER_FIELDS,
  type FilterField,
  type Filters,
} from '../domain/entry.js';
import { EntrySet } from '../domain/entry-set.js';
import { anyOf, has, LEXEMES } from '../domain/lexemes.js';
import { meantTokens, placeExpression, textExpression } from '../domain/search-terms.js';
import type { ReadQuery } from './query.reader.js';

/** Who is found by a query under filters. */
export interface Found {
  /** Whether the query finds anybody at all, whatever the filters say. */
  readonly isAny: boolean;
  readonly all: EntrySet;
  /** By rank, each entry in the best one it has. Without a query all are in the one of texts. */
  readonly ranks: readonly EntrySet[];
  /** For each filtered field, who would be found without its filter. */
  readonly without: ReadonlyMap<FilterField, EntrySet>;
  readonly people: EntrySet;
}

const EVERYONE: WantedSets['tokens'] = ENTRY_TYPES.map((type) => ({
  set: 'everyone',
  token: facetToken('scope', type),
}));
const TEXT = RANKS.indexOf('text');

/** Finds: gathers the sets a query and its filters speak of, and puts them together. */
@Injectable()
export class FoundReader {
  constructor(private readonly sets: SetRepository) {}

  /** Without a query, whoever may be seen. */
  async of(reads: Reads, read: ReadQuery | undefined, filters: Filters): Promise<Found> {
    const sets = await this.sets.gather(reads, wantedSets(read, filters));
    const setOf = (name: string): EntrySet => sets.get(name) ?? EntrySet.EMPTY;
    const matched = read ? matchedBy(read, setOf) : setOf('everyone');
    const filtered = FILTER_FIELDS.filter((field) => filters[field]?.length);
    const fitting = (fields: readonly FilterField[]): EntrySet =>
      fields.reduce((left, field) => left.and(setOf(`filter ${field}`)), matched);
    const all = fitting(filtered);
    return {
      isAny: !matched.isEmpty,
      all,
      ranks: read ? ranked(all, read, setOf) : RANKS.map((_, rank) => (rank === TEXT ? all : EntrySet.EMPTY)),
      without: new Map(
        filtered.map((field) => [field, fitting(filtered.filter((other) => other !== field))]),
      ),
      people: setOf('people'),
    };
  }
}

function matchedBy({ terms, needs }: ReadQuery, setOf: (name: string) => EntrySet): EntrySet {
  const [first, ...others] = terms.map((_, at) =>
    EntrySet.union([setOf(`words ${at}`), setOf(`term ${at}`)]),
  );
  const told =
    first &&
    (needs === 'any'
      ? EntrySet.union([first, ...others])
      : others.reduce((left, set) => left.and(set), first));
  return EntrySet.union([setOf('name'), setOf('alias'), setOf('beginning'), ...(told ? [told] : [])]);
}

/** What neither a name nor a concept explains was found by its text. */
function ranked(all: EntrySet, { terms }: ReadQuery, setOf: (name: string) => EntrySet): EntrySet[] {
  const ranks = RANKS.map(() => EntrySet.EMPTY);
  let left = all;
  for (const rank of RANKS) {
    if (rank === 'text') continue;
    const here =
      rank === 'written'
        ? terms.reduce((rest, _, at) => rest.and(setOf(`words ${at}`)), left.and(setOf('declared')))
        : left.and(setOf(rank));
    ranks[RANKS.indexOf(rank)] = here;
    left = left.without(here);
  }
  ranks[TEXT] = left;
  return ranks;
}

function wantedSets(read: ReadQuery | undefined, filters: Filters): WantedSets {
  const filterTokens = FILTER_FIELDS.flatMap((field) =>
    (filters[field] ?? []).map((value) => ({ set: `filter ${field}`, token: facetToken(field, value) })),
  );
  const people = { set: 'people', token: facetToken('scope', 'person') };
  if (!read) return { expressions: [], tokens: [...EVERYONE, people, ...filterTokens] };
  const { exactName, exactAlias, beginning, named, terms, concepts, related, places } = read;
  return {
    expressions: [
      { set: 'name', query: exactName },
      { set: 'alias', query: exactAlias },
      { set: 'beginning', query: beginning },
      { set: 'named', query: named },
      { set: 'told', query: anyOf(places.map((id) => has(LEXEMES.place(id)))) },
      ...terms.map(({ text }, at) => ({ set: `words ${at}`, query: textExpression(text) })),
      ...terms.map((term, at) => ({ set: `term ${at}`, query: placeExpression(term) })),
    ],
    tokens: [
      ...concepts.map((code) => ({ set: 'declared', token: declaredToken(code) })),
      ...concepts.map((code) => ({ set: 'told', token: aboutToken(code) })),
      ...related.map((code) => ({ set: 'related', token: aboutToken(code) })),
      ...terms.flatMap((term, at) => meantTokens(term).map((token) => ({ set: `term ${at}`, token }))),
      people,
      ...filterTokens,
    ],
  };
}
