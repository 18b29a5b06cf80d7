import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { SearchRepository } from '../data/search.repository.js';
import { CorrectQuery } from './correct-query.js';
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
}

/** Finds the reading of a query that finds something: as typed, with its slips corrected, or without its rest. */
@Injectable()
export class QueryAttempts {
  constructor(
    private readonly database: Database,
    private readonly index: SearchRepository,
    private readonly queries: QueryReader,
    private readonly correct: CorrectQuery,
  ) {}

  async first(text: string): Promise<Attempt> {
    const read = await this.queries.read(text);
    const typed = { asked: { text, isLoose: false }, read };
    if (await this.finds(read)) return typed;
    const corrected = await this.correct.execute(text);
    if (corrected !== undefined) return this.again({ text: corrected, isLoose: false });
    const loose = await this.queries.readLoosely(text);
    return loose ? { asked: { text, isLoose: true }, read: loose } : typed;
  }

  async again(asked: Asked): Promise<Attempt> {
    const loose = asked.isLoose ? await this.queries.readLoosely(asked.text) : undefined;
    return { asked, read: loose ?? (await this.queries.read(asked.text)) };
  }

  private async finds({ found }: ReadQuery): Promise<boolean> {
    if (found === '') return false;
    const [finds = false] = await this.index.finding(this.database, [found]);
    return finds;
  }
}
