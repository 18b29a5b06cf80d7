import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { type FoundCase, LibraryCaseRepository } from '../data/library-case.repository.js';
import type { LibraryCase } from '../domain/library-case.js';
import { CaseTokens, type Written } from './case-tokens.js';

export type { FoundCase };

/** A case has to have this much of what is asked to be found, and to be offered unasked. */
const LEAST_FOUND = 0.35;
const LEAST_SUGGESTED = 0.12;
const MOST_SUGGESTED = 3;

/** Finds cases: by words in every language, and for somebody who is writing a question. */
@Injectable()
export class CaseLibraryReader {
  constructor(
    private readonly database: Database,
    private readonly cases: LibraryCaseRepository,
    private readonly tokens: CaseTokens,
  ) {}

  /** Nearest first, then newest; a search without a word that means something finds nothing. */
  async search(
    q: string | null,
    areas: readonly string[],
    offset: number,
    limit: number,
  ): Promise<FoundCase[]> {
    const tokens = q === null ? null : this.tokens.ofQuestion({ language: 'en', areas: [], texts: [q] });
    if (tokens?.length === 0) return [];
    const wanted = areas.length > 0 ? areas : null;
    return this.cases.search(this.database, { tokens, least: LEAST_FOUND, areas: wanted, offset, limit });
  }

  /** Up to three that may answer what is being asked. */
  async suggest(written: Written): Promise<FoundCase[]> {
    const tokens = this.tokens.ofQuestion(written);
    if (tokens.length === 0) return [];
    const search = { tokens, least: LEAST_SUGGESTED, areas: null, offset: 0, limit: MOST_SUGGESTED };
    return this.cases.search(this.database, search);
  }

  /** One that is shown, or for who keeps the library any. @throws NotFound */
  async one(id: string, isKeeper: boolean): Promise<LibraryCase> {
    const found = await this.cases.find(this.database, id);
    if (!found || (found.state !== 'published' && !isKeeper)) throw new NotFound();
    return found;
  }
}
