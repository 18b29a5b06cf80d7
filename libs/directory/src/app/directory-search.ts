import { Injectable } from '@nestjs/common';
import type { OrganizationKind } from '#libs/contracts';
import { Database } from '#libs/platform/database';
import {
  type FoundEntry,
  type Hit,
  type Place,
  type Point,
  SearchRepository,
  type Sort,
} from '../data/search.repository.js';
import { type EntryType, FACET_FIELDS, type FacetField, type Filters } from '../domain/entry.js';
import { allOf, type LexemeQuery } from '../domain/lexemes.js';
import { beginningOf, exactly, filterExpression } from './query.reader.js';
import { type Asked, type Attempt, QueryAttempts } from './query-attempts.js';
import { type Quotation, quotationOf } from './quotation.js';
import { type MatchedBy, reasonsOf } from './reasons.js';
import { SearchVocabulary } from './search-vocabulary.js';
import { ShownEntriesReader } from './shown-entries.reader.js';

export { SORTS, type Sort } from '../data/search.repository.js';

export interface DirectoryQuery {
  /** What was typed; blank: everything is wanted. */
  readonly q?: string;
  readonly filters: Filters;
}

/** One row of a result. */
export interface DirectoryItem {
  readonly id: string;
  readonly type: EntryType;
  readonly organizationId: string;
  readonly title: string;
  readonly titleLocal: string | null;
  readonly kind: OrganizationKind;
  readonly country: string;
  readonly city: string | null;
  /** Invented for the demonstration; always shown as such. */
  readonly fictional: boolean;
  readonly themes: readonly string[];
  readonly languages: readonly string[];
  readonly snippet: Quotation | null;
  readonly matched: readonly MatchedBy[];
  readonly lat: number | null;
  readonly lon: number | null;
}

/** Where a list goes on, and what it really searched for. */
export interface ListPosition {
  readonly asked: Asked | null;
  readonly after: Place;
}

export interface DirectoryPage {
  readonly items: DirectoryItem[];
  readonly next: ListPosition | null;
  /** What was searched for instead of what was typed. */
  readonly corrected: string | null;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  /** There are more than were counted. */
  readonly capped: boolean;
}

export interface Facets {
  readonly facets: { readonly field: FacetField; readonly values: FacetValue[] }[];
  readonly total: number;
  readonly totalCapped: boolean;
}

/** Counts end here: "1,000+". */
const COUNT_CAP = 1000;
/** What few entries fit is sorted; what many fit is read in order until the page is full. */
const FEW = 2000;
const SUGGESTIONS = 8;
const POINTS = 500;

/** One search over everything that can be found. Asks no permission: entries are public among members. */
@Injectable()
export class DirectorySearch {
  constructor(
    private readonly database: Database,
    private readonly index: SearchRepository,
    private readonly attempts: QueryAttempts,
    private readonly vocabulary: SearchVocabulary,
    private readonly shown: ShownEntriesReader,
  ) {}

  /** One page, after a position of the same query in the same order. */
  async page(
    query: DirectoryQuery,
    sort: Sort,
    position: ListPosition | undefined,
    limit: number,
  ): Promise<DirectoryPage> {
    const attempt = position?.asked ? await this.attempts.again(position.asked) : await this.attempt(query);
    const hits = await this.hits(query.filters, attempt, sort, position?.after, limit + 1);
    const last = hits.length > limit ? hits[limit - 1] : undefined;
    const asked = attempt?.asked ?? null;
    return {
      items: await this.items(hits.slice(0, limit), attempt),
      next: last ? { asked, after: placeOf(last, sort) } : null,
      corrected: asked && asked.text !== query.q ? asked.text : null,
    };
  }

  /** How many entries each value of a facet would leave, the filters of the other fields given. */
  async facets(query: DirectoryQuery): Promise<Facets> {
    const attempt = await this.attempt(query);
    const counts = await this.index.counts(this.database, attempt?.read.found, query.filters);
    const total = counts.find(({ token }) => token === 'total')?.count ?? 0;
    const valuesOf = (field: FacetField): FacetValue[] =>
      counts
        .filter(({ token }) => token.startsWith(`${field}:`))
        .sort((a, b) => b.count - a.count || (a.token < b.token ? -1 : 1))
        .map(({ token, count }) => ({
          value: token.slice(field.length + 1),
          count: Math.min(count, COUNT_CAP),
          capped: count > COUNT_CAP,
        }));
    return {
      facets: FACET_FIELDS.map((field) => ({ field, values: valuesOf(field) })),
      total: Math.min(total, COUNT_CAP),
      totalCapped: total > COUNT_CAP,
    };
  }

  /** What begins with what was typed so far, in any spelling; at most eight. */
  async suggestions(q: string): Promise<DirectoryItem[]> {
    const beginning = beginningOf(q);
    if (beginning === '') return [];
    const ids = await this.index.beginning(this.database, exactly(q), beginning, SUGGESTIONS);
    const entries = await this.shown.of(ids);
    const key = { rank: BEGINNING_RANK };
    return ids.flatMap((id) => {
      const entry = entries.get(id);
      return entry
        ? [{ ...itemOf(entry), matched: reasonsOf(entry, key, q, NO_MEANING), snippet: null }]
        : [];
    });
  }

  /** Where on the map the found entries are; at most 500 places. */
  async points(query: DirectoryQuery): Promise<Point[]> {
    return this.index.points(this.database, await this.expressionOf(query), POINTS);
  }

  /** What finds the same as a query; undefined when it asks for everything. */
  async expressionOf(query: DirectoryQuery): Promise<LexemeQuery | undefined> {
    const attempt = await this.attempt(query);
    const expression = expressionFor(query.filters, attempt);
    return attempt || expression !== '' ? expression : undefined;
  }

  private async attempt({ q }: DirectoryQuery): Promise<Attempt | undefined> {
    return q === undefined || q.trim() === '' ? undefined : this.attempts.first(q);
  }

  private async hits(
    filters: Filters,
    attempt: Attempt | undefined,
    sort: Sort,
    after: Place | undefined,
    limit: number,
  ): Promise<Hit[]> {
    const found = expressionFor(filters, attempt);
    if (attempt) return this.index.hits(this.database, { ...attempt.read, found }, sort, after, limit);
    const isNarrow = found !== '' && (await this.index.countFiltered(this.database, filters)) <= FEW;
    return isNarrow
      ? this.index.hits(this.database, { ...NO_MEANING, found }, sort, after, limit)
      : this.index.walk(this.database, filters, sort, after, limit);
  }

  private async items(hits: readonly Hit[], attempt: Attempt | undefined): Promise<DirectoryItem[]> {
    const entries = await this.shown.of(hits.map(({ id }) => id));
    const vocabulary = await this.vocabulary.current();
    return hits.flatMap((hit) => {
      const entry = entries.get(hit.id);
      if (!entry) return [];
      const matched = attempt ? reasonsOf(entry, hit, attempt.asked.text, attempt.read) : [];
      const snippet = quotationOf(entry.texts, attempt?.read, vocabulary);
      return [{ ...itemOf(entry), matched, snippet }];
    });
  }
}

const BEGINNING_RANK = 2;
const NO_MEANING = {
  terms: [],
  found: '',
  exactName: '',
  exactAlias: '',
  beginning: '',
  named: '',
  concepts: [],
  related: [],
  places: [],
};

/** A query that can find nothing finds nothing under filters either. */
function expressionFor(filters: Filters, attempt: Attempt | undefined): LexemeQuery {
  if (attempt?.read.found === '') return '';
  return allOf([attempt?.read.found ?? '', filterExpression(filters)]);
}

function placeOf({ rank, standing, nameFolded, listedAt, id }: Hit, sort: Sort): Place {
  switch (sort) {
    case 'relevance':
      return [rank, standing, nameFolded, id];
    case 'name':
      return [nameFolded, id];
    case 'newest':
      return [listedAt, id];
  }
}

function itemOf(entry: FoundEntry): Omit<DirectoryItem, 'matched' | 'snippet'> {
  const { id, type, organizationId, country, lat, lon, card } = entry;
  const { title, titleLocal, kind, city, fictional, themes, languages } = card;
  return {
    id,
    type,
    organizationId,
    title,
    titleLocal,
    kind,
    country,
    city,
    fictional,
    themes,
    languages,
    lat,
    lon,
  };
}
