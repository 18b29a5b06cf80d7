import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import type { Filters } from '../domain/entry.js';
import { CorrectQuery } from './correct-query.js';
import { type Found, FoundReader } from './found.reader.js';
import { QueryReader, type ReadQuery } from './query.reader.js';

/** What was searched for in the end, so that the next page searches for the same. */
export interface Asked {
  readonly text: string;
  /** Only what the vocabulary knows in it was asked for, because the whole found nothing. */
  readonly isLoose: boolean;
}

export interface Attempt {
  readonly asked: Asked;
  readonly read: ReadQuery;
  readonly found: Found;
}

/** Finds the reading of a query that finds something: as typed, with its slips corrected, or without its rest. */
@Injectable()
export class QueryAttempts {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryReader,
    private readonly found: FoundReader,
    private readonly correct: CorrectQuery,
  ) {}

  /** Without a query. */
  async everything(filters: Filters): Promise<Found> {
    return this.found.of(this.database, undefined, filters);
  }

  async first(text: string, filters: Filters): Promise<Attempt> {
    const typed = await this.again({ text, isLoose: false }, filters);
    if (!typed.found.all.isEmpty) return typed;
    // What is right as it is, but hidden by the filters, is not corrected.
    const corrected = typed.found.isAny ? undefined : await this.correct.execute(text);
    if (corrected !== undefined) return this.again({ text: corrected, isLoose: false }, filters);
    const loose = await this.queries.readLoosely(text);
    return loose ? this.with({ text, isLoose: true }, loose, filters) : typed;
  }

  async again(asked: Asked, filters: Filters): Promise<Attempt> {
    const loose = asked.isLoose ? await this.queries.readLoosely(asked.text) : undefined;
    return this.with(asked, loose ?? (await this.queries.read(asked.text)), filters);
  }

  private async with(asked: Asked, read: ReadQuery, filters: Filters): Promise<Attempt> {
    return { asked, read, found: await this.found.of(this.database, read, filters) };
  }
}
