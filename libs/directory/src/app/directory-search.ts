import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { type Place, SearchRepository, type Sort } from '../data/search.repository.js';
import { type CountingBase, type Point, SetRepository, type ValueCount } from '../data/set.repository.js';
import { FACET_FIELDS, type FacetField, type Filters } from '../domain/entry.js';
import { allOf, type LexemeQuery } from '../domain/lexemes.js';
import type { Found } from './found.reader.js';
import { HitsReader, placeOf } from './hits.reader.js';
import { type DirectoryItem, ItemsLoader } from './items.loader.js';
import { beginningOf, exactly, filterExpression } from './query.reader.js';
import { type Asked, type Attempt, QueryAttempts } from './query-attempts.js';

export { SORTS, type Sort } from '../data/search.repository.js';

export interface DirectoryQuery {
  /** What was typed; blank: everything is wanted. */
  readonly q?: string;
  readonly filters: Filters;
}

/** Where a list goes on, and what it really searched for. */
export interface ListPosition {
  readonly asked: Asked | null;
  readonly after: Place;
}

/** What of a result is wanted: `limit` rows in an order, after a position of the same query in the same order. */
export interface PageWish {
  readonly sort: Sort;
  readonly position?: ListPosition;
  readonly limit: number;
  /** Adds how many entries each value of a facet would leave. */
  readonly facets?: boolean;
}

export interface DirectoryPage {
  readonly items: DirectoryItem[];
  readonly next: ListPosition | null;
  /** What was searched for instead of what was typed. */
  readonly corrected: string | null;
  /** How many fit the query and all filters. */
  readonly total: Count;
  /** Empty unless they were asked for. */
  readonly facets: readonly Facet[];
}

/** Counted up to 1,000. */
export interface Count {
  readonly count: number;
  /** There are more than were counted. */
  readonly capped: boolean;
}

/** How many entries each value of a field would leave, the filters of the other fields given. */
export interface Facet {
  readonly field: FacetField;
  readonly values: readonly (Count & { readonly value: string })[];
}

/** Counts end here: "1,000+". */
const COUNT_CAP = 1000;
const SUGGESTIONS = 8;
const POINTS = 500;

/** One search over everything that can be found. Asks no permission: entries are public among members. */
@Injectable()
export class DirectorySearch {
  constructor(
    private readonly database: Database,
    private readonly index: SearchRepository,
    private readonly sets: SetRepository,
    private readonly attempts: QueryAttempts,
    private readonly hits: HitsReader,
    private readonly items: ItemsLoader,
  ) {}

  /** One page of what is found, with counts if they are wanted. */
  async page(query: DirectoryQuery, { sort, position, limit, facets }: PageWish): Promise<DirectoryPage> {
    const { attempt, found } = await this.find(query, position);
    const [hits, counted] = await Promise.all([
      this.hits.page(this.database, found, sort, position?.after, limit + 1),
      facets ? this.facets(found) : [],
    ]);
    const last = hits.length > limit ? hits[limit - 1] : undefined;
    const asked = attempt?.asked ?? null;
    return {
      items: await this.items.ofHits(hits.slice(0, limit), attempt),
      next: last ? { asked, after: placeOf(last, sort) } : null,
      corrected: asked && asked.text !== query.q ? asked.text : null,
      total: capped(found.all.size),
      facets: counted,
    };
  }

  /** What begins with what was typed so far, in any spelling; at most eight. */
  async suggestions(q: string): Promise<DirectoryItem[]> {
    const beginning = beginningOf(q);
    if (beginning === '') return [];
    const ids = await this.index.beginning(this.database, exactly(q), beginning, SUGGESTIONS);
    return this.items.ofBeginnings(ids, q);
  }

  /** Where on the map the found entries are, people apart; at most 500 places. */
  async points(query: DirectoryQuery): Promise<Point[]> {
    const { found } = await this.find(query, undefined);
    return this.sets.points(this.database, found.all.without(found.people), POINTS);
  }

  /** What finds the same as a query; undefined when it asks for everything. */
  async expressionOf({ q, filters }: DirectoryQuery): Promise<LexemeQuery | undefined> {
    const typed = typedIn(q);
    const expression = filterExpression(filters);
    if (typed === undefined) return expression === '' ? undefined : expression;
    const { found } = (await this.attempts.first(typed, {})).read;
    // What can find nothing finds nothing under filters either.
    return found === '' ? '' : allOf([found, expression]);
  }

  private async find(
    { q, filters }: DirectoryQuery,
    position: ListPosition | undefined,
  ): Promise<{ attempt?: Attempt; found: Found }> {
    const typed = typedIn(q);
    if (typed === undefined) return { found: await this.attempts.everything(filters) };
    const attempt = position?.asked
      ? await this.attempts.again(position.asked, filters)
      : await this.attempts.first(typed, filters);
    return { attempt, found: attempt.found };
  }

  private async facets(found: Found): Promise<Facet[]> {
    const counts = await this.sets.counts(this.database, basesOf(found));
    return FACET_FIELDS.map((field) => ({ field, values: valuesOf(field, counts) }));
  }
}

/** Values of a filtered field are counted as if it were not filtered, all others among what fits. */
export function basesOf({ all, without }: Found): CountingBase[] {
  const own = FACET_FIELDS.flatMap((field) => {
    const among = without.get(field);
    return among ? [{ field, among }] : [];
  });
  return [{ among: all }, ...own];
}

/** What was typed, if anything was. */
const typedIn = (q: string | undefined): string | undefined => (q?.trim() === '' ? undefined : q);

const capped = (count: number): Count => ({ count: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP });

/** The commonest first. */
function valuesOf(field: FacetField, counts: readonly ValueCount[]): Facet['values'] {
  return counts
    .filter(({ token }) => token.startsWith(`${field}:`))
    .sort((a, b) => b.count - a.count || (a.token < b.token ? -1 : 1))
    .map(({ token, count }) => ({ value: token.slice(field.length + 1), ...capped(count) }));
}
