import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { LibraryCase, LibraryCaseContent } from '../domain/library-case.js';

/** A case with how well it answers what was asked. */
export interface FoundCase extends LibraryCase {
  /** What it has of the question, weighed, as a part of all of it; 0 where nothing was asked. */
  readonly nearness: number;
}

export interface CaseSearch {
  /** Folded words and pieces of what is asked; null: everything. */
  readonly tokens: readonly string[] | null;
  /** At least so many of them, as a part of all. */
  readonly least: number;
  /** Only with one of these areas; null: with all. */
  readonly areas: readonly string[] | null;
  /** Skips so many; searches show few, by how near they are. */
  readonly offset: number;
  readonly limit: number;
}

/** SQL of the library of cases. */
@Injectable()
export class LibraryCaseRepository {
  async find(reads: Reads, id: string): Promise<LibraryCase | undefined> {
    return reads.row<LibraryCase>(`${SELECT} where c.id = $1`, [id]);
  }

  async lock(tx: Transaction, id: string): Promise<LibraryCase | undefined> {
    return tx.row<LibraryCase>(`${SELECT} where c.id = $1 for update`, [id]);
  }

  async bySource(reads: Reads, engagementId: string): Promise<LibraryCase | undefined> {
    return reads.row<LibraryCase>(`${SELECT} where c.source_engagement_id = $1`, [engagementId]);
  }

  /** Nearest first, then newest. */
  async search(reads: Reads, { tokens, least, areas, offset, limit }: CaseSearch): Promise<FoundCase[]> {
    return reads.rows<FoundCase>(SEARCH, [tokens, least, areas, offset, limit]);
  }

  async insert(
    tx: Transaction,
    id: string,
    content: LibraryCaseContent,
    tokens: readonly string[],
    sourceEngagementId: string | null,
  ): Promise<void> {
    await tx.execute(
      `insert into library_case (id, areas, language, title, question, answer, country, tokens, source_engagement_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, ...contentValues(content), tokens, sourceEngagementId],
    );
  }

  async save(
    tx: Transaction,
    current: LibraryCase,
    content: LibraryCaseContent,
    tokens: readonly string[],
    state: LibraryCase['state'],
  ): Promise<void> {
    const changed = await tx.execute(
      `update library_case set areas = $3, language = $4, title = $5, question = $6, answer = $7, country = $8,
         tokens = $9, state = $10, version = version + 1, updated_at = now()
       where id = $1 and version = $2`,
      [current.id, current.version, ...contentValues(content), tokens, state],
    );
    if (changed === 0) throw new StaleVersion(current.version);
  }
}

function contentValues(content: LibraryCaseContent) {
  const { areas, language, title, question, answer, country } = content;
  return [areas, language, title, question, answer, country] as const;
}

const COLUMNS = `c.id, c.areas, c.language, c.title, c.question, c.answer, c.country,
  c.source_engagement_id as "sourceEngagementId", c.state, c.version,
  c.created_at as "createdAt", c.updated_at as "updatedAt"`;
const SELECT = `select ${COLUMNS} from library_case c`;

/**
 * A word that few cases have says more than one all have; one that no case has says that they are about something else.
 * A concept says as much as many words: it is the same in all languages, and the words of a question are not.
 */
const SEARCH = `
  with asked as (
    select t.token,
      (case when t.token like '#%' then 6 else 1 end) * ln(1 + (select count(*) from library_case n where n.state = 'published')::float8
        / greatest(1, (select count(*) from library_case d
            where d.state = 'published' and d.tokens @> array[t.token]))) as weight
    from unnest($1::text[]) t (token)
  )
  select * from (
    select ${COLUMNS},
      coalesce((select sum(a.weight) from asked a where c.tokens @> array[a.token])
        / nullif((select sum(a.weight) from asked a), 0), 0)::float8 as nearness
    from library_case c
    where c.state = 'published' and ($1::text[] is null or c.tokens && $1)
      and ($3::text[] is null or c.areas && $3)
  ) found
  where $1::text[] is null or nearness >= $2
  order by nearness desc, id desc offset $4 limit $5`;
