import { Injectable } from '@nestjs/common';
import { foldName, nameKey } from '#libs/organizations';
import { queryTokens } from '#libs/taxonomy';
import { FILTER_FIELDS, facetToken, type Filters } from '../domain/entry.js';
import { initialsOf, isInitials } from '../domain/hangul.js';
import { romanizedKana } from '../domain/kana.js';
import { allOf, anyOf, has, type LexemeQuery, LEXEMES } from '../domain/lexemes.js';
import { expressionOf, type SearchTerm, termsOf } from '../domain/search-terms.js';
import { SearchVocabulary } from './search-vocabulary.js';

/** A query as the index understands it. Every part is finite text with values in it, passed as a parameter. */
export interface ReadQuery {
  readonly terms: readonly SearchTerm[];
  /** Whether all terms must hold, or any is enough. */
  readonly needs: 'all' | 'any';
  /** What finds; empty: nothing can be found. */
  readonly found: LexemeQuery;
  /** Whose name is exactly this; whose other spelling is; whose name begins so; whose name holds all words. */
  readonly exactName: LexemeQuery;
  readonly exactAlias: LexemeQuery;
  readonly beginning: LexemeQuery;
  readonly named: LexemeQuery;
  readonly concepts: readonly string[];
  readonly related: readonly string[];
  readonly places: readonly string[];
}

/** Shorter beginnings of Latin words would be those of half the directory. */
const SHORTEST_BEGINNING = 2;

/** Reads what people type into the search field. */
@Injectable()
export class QueryReader {
  constructor(private readonly vocabulary: SearchVocabulary) {}

  async read(query: string): Promise<ReadQuery> {
    if (isInitials(query)) return initialsOnly(LEXEMES.initials(initialsTyped(query)));
    const terms = termsOf(query, await this.vocabulary.current());
    return withNames(query, terms);
  }

  /**
   * The same query, asking for less: only what the vocabulary knows in it, or where it knows nothing, any of the
   * words; a name need not hold all words either. Undefined where that is the same.
   */
  async readLoosely(query: string): Promise<ReadQuery | undefined> {
    const terms = termsOf(query, await this.vocabulary.current());
    if (terms.length < 2) return undefined;
    const known = terms.filter((term) => term.concepts.length + term.related.length + term.places.length > 0);
    if (known.length === terms.length) return undefined;
    const named = anyOf(queryTokens(foldName(query)).map((token) => has(LEXEMES.named(token))));
    return known.length > 0
      ? { ...withNames(query, known), named }
      : { ...withNames(query, terms), needs: 'any', found: anyOf(terms.map((term) => expressionOf([term]))) };
  }
}

/** What a set of filters asks for. */
export function filterExpression(filters: Filters): LexemeQuery {
  return allOf(
    FILTER_FIELDS.map((field) =>
      anyOf((filters[field] ?? []).map((value) => has(LEXEMES.facet(facetToken(field, value))))),
    ),
  );
}

/** Names that are what was typed so far; for suggestions. */
export function exactly(query: string): LexemeQuery {
  if (isInitials(query)) return has(LEXEMES.initials(initialsTyped(query)));
  const key = nameKey(query);
  return key === '' ? '' : anyOf([has(LEXEMES.name(key)), has(LEXEMES.alias(key))]);
}

/** Names that begin with it. */
export function beginningOf(query: string): LexemeQuery {
  if (isInitials(query)) return has(LEXEMES.initials(initialsTyped(query)), true);
  const key = nameKey(query);
  if (key === '') return '';
  return anyOf([LEXEMES.name(key), LEXEMES.alias(key), LEXEMES.inner(key)].map((one) => has(one, true)));
}

const initialsTyped = (query: string): string => query.replace(/\s+/gu, '');

function withNames(query: string, terms: readonly SearchTerm[]): ReadQuery {
  const key = nameKey(query);
  const exactName = key === '' ? '' : has(LEXEMES.name(key));
  const exactAlias = anyOf([key === '' ? '' : has(LEXEMES.alias(key)), heard(query)]);
  const isLong = key.length >= SHORTEST_BEGINNING || initialsOf(key) !== '' || /\p{Script=Han}/u.test(key);
  const beginning = isLong ? beginningOf(query) : '';
  return {
    terms,
    needs: 'all',
    found: anyOf([exactName, exactAlias, beginning, expressionOf(terms)]),
    exactName,
    exactAlias,
    beginning,
    named: allOf(queryTokens(foldName(query)).map((token) => has(LEXEMES.named(token)))),
    concepts: all(terms, ({ concepts }) => concepts),
    related: all(terms, ({ related }) => related),
    places: all(terms, ({ places }) => places),
  };
}

/** Names written in Latin letters, by how they sound in kana. */
function heard(query: string): LexemeQuery {
  const latin = nameKey(romanizedKana(query) ?? '');
  return latin === '' ? '' : anyOf([has(LEXEMES.name(latin)), has(LEXEMES.alias(latin))]);
}

/** Whoever has exactly these initials comes before whoever only begins with them. */
function initialsOnly(initials: string): ReadQuery {
  const beginning = has(initials, true);
  return {
    terms: [],
    needs: 'all',
    found: beginning,
    exactName: '',
    exactAlias: has(initials),
    beginning,
    named: '',
    concepts: [],
    related: [],
    places: [],
  };
}

const all = (terms: readonly SearchTerm[], of: (term: SearchTerm) => readonly string[]): string[] => [
  ...new Set(terms.flatMap(of)),
];
