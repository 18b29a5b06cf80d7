import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { wordsAndPairs, type Search, type TextDocument, type TextEngine } from './text-engine.js';

/** The text engines of npm, each as it comes and with words and pairs of characters for its tokens. */

function miniSearch(setting: string, tokens: { readonly tokenize?: (text: string) => string[] }): TextEngine {
  return {
    setting,
    index(documents) {
      const engine = new MiniSearch<TextDocument>({ fields: ['text'], ...tokens });
      engine.addAll(documents);
      return Promise.resolve((query: string) =>
        Promise.resolve(engine.search(query).map(({ id }) => String(id))),
      );
    },
  };
}

/** Terms go in as clauses: in Lunr's query language ":", "-" and "*" of a text would be operators. */
function lunrSearch(index: lunr.Index, tokensOf: (query: string) => readonly lunr.Token[]): Search {
  return (query) => {
    const found = index.query((clauses) => {
      for (const token of tokensOf(query)) clauses.term(token.toString(), {});
    });
    return Promise.resolve(found.map(({ ref }) => ref));
  };
}

const lunrAsItComes: TextEngine = {
  setting: 'as it comes',
  index(documents) {
    const index = lunr((builder) => {
      builder.ref('id');
      builder.field('text');
      for (const document of documents) builder.add(document);
    });
    return Promise.resolve(lunrSearch(index, (query) => lunr.tokenizer(query)));
  },
};

/** Lunr's trimmer takes every letter that is not Latin for punctuation; it has to go where others count. */
const lunrOnPairs: TextEngine = {
  setting: 'words and pairs',
  index(documents) {
    const tokensOf = (text: string): lunr.Token[] =>
      wordsAndPairs(text).map((token) => new lunr.Token(token, {}));
    const builder = new lunr.Builder();
    builder.ref('id');
    builder.field('text');
    builder.tokenizer = ((text?: unknown) =>
      tokensOf(typeof text === 'string' ? text : '')) as typeof lunr.tokenizer;
    builder.pipeline.add(lunr.stopWordFilter, lunr.stemmer);
    builder.searchPipeline.add(lunr.stemmer);
    for (const document of documents) builder.add(document);
    return Promise.resolve(lunrSearch(builder.build(), tokensOf));
  },
};

const PAIRS_FOR_ORAMA = {
  language: 'english',
  normalizationCache: new Map<string, string>(),
  tokenize: (text: string): string[] => [...new Set(wordsAndPairs(text))],
};

function orama(setting: string, components: { readonly tokenizer?: typeof PAIRS_FOR_ORAMA }): TextEngine {
  return {
    setting,
    async index(documents) {
      const engine = create({ schema: { text: 'string' } as const, components });
      await insertMultiple(engine, [...documents]);
      return async (query) => {
        const { hits } = await searchOrama(engine, { term: query, limit: documents.length });
        return hits.map(({ id }) => id);
      };
    },
  };
}

export const IN_PROCESS_ENGINES = {
  minisearch: [miniSearch('as it comes', {}), miniSearch('words and pairs', { tokenize: wordsAndPairs })],
  lunr: [lunrAsItComes, lunrOnPairs],
  orama: [orama('as it comes', {}), orama('words and pairs', { tokenizer: PAIRS_FOR_ORAMA })],
} as const satisfies Readonly<Record<string, readonly TextEngine[]>>;
