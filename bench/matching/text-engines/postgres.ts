import type { ThrowAwayDatabase } from '../../setting/throw-away-database.js';
import type { TextDocument, TextEngine } from './text-engine.js';

/** Text search as PostgreSQL has it: every ranking is one statement over one collection of texts. */

/** `$1` the collection, `$2` the query: a lexeme of it, as a need is rarely met in all of its words. */
const ranked = (configuration: string): string => `
  with asked as (
    select string_agg(quote_literal(lexeme), ' | ')::tsquery as query
    from unnest(to_tsvector('${configuration}', $2))
  )
  select id from baseline_texts, asked, to_tsvector('${configuration}', body) as words
  where collection = $1 and words @@ query
  order by ts_rank(words, query) desc, id`;

const similar = (similarity: string): string => `
  select id from baseline_texts where collection = $1 and ${similarity} > 0 order by ${similarity} desc, id`;

let collections = 0;

function statementEngine(setting: string, statement: string, database: ThrowAwayDatabase): TextEngine {
  return {
    setting,
    async index(documents: readonly TextDocument[]) {
      const collection = (collections += 1);
      await database.query('insert into baseline_texts select $1, * from unnest($2::text[], $3::text[])', [
        collection,
        documents.map(({ id }) => id),
        documents.map(({ text }) => text),
      ]);
      return async (query) => {
        const rows = await database.query<{ id: string }>(statement, [collection, query]);
        return rows.map(({ id }) => id);
      };
    },
  };
}

/** The two engines of PostgreSQL, each in two settings. */
export async function postgresEngines(
  database: ThrowAwayDatabase,
): Promise<Readonly<Record<'postgresTsRank' | 'pgTrgm', readonly TextEngine[]>>> {
  await database.query(`
    create extension if not exists pg_trgm;
    create unlogged table baseline_texts (collection int, id text, body text, primary key (collection, id))`);
  return {
    postgresTsRank: [
      statementEngine('simple', ranked('simple'), database),
      statementEngine('english', ranked('english'), database),
    ],
    pgTrgm: [
      statementEngine('similarity', similar('similarity(body, $2)'), database),
      statementEngine('word similarity', similar('word_similarity($2, body)'), database),
    ],
  };
}
