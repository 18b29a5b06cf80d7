import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Index } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { MatchParty } from '#libs/matching';

/** Text engines over what companies offer and are: an OR query of the opportunity's terms, the 50 best. */
export type Rival = (terms: readonly string[]) => unknown;

const DEPTH = 50;

/** Words without punctuation, which engines would cut at. */
const word = ({ id }: { readonly id: string }): string => id.replace(/[^a-z0-9]/giu, '');

const givenBy = ({ concepts }: MatchParty): string[] =>
  [...concepts.offers, ...concepts.themes, ...concepts.markets].map(word);

export const askedBy = ({ concepts }: MatchParty): string[] =>
  [...concepts.seeks, ...concepts.themes, ...concepts.markets].map(word);

export async function textRivals(
  smes: readonly MatchParty[],
): Promise<Readonly<Record<string, () => Promise<Rival>>>> {
  const documents = smes.map((sme, id) => ({ id, text: givenBy(sme).join(' ') }));
  return Promise.resolve({
    minisearch: async () => {
      const engine = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
      engine.addAll(documents);
      return Promise.resolve((terms) => engine.search(terms.join(' ')).slice(0, DEPTH));
    },
    flexsearch: async () => {
      const engine = new Index({ tokenize: 'strict' });
      for (const { id, text } of documents) engine.add(id, text);
      return Promise.resolve((terms) => engine.search(terms.join(' '), { limit: DEPTH, suggest: true }));
    },
    lunr: async () => {
      const engine = lunr((builder) => {
        builder.ref('id');
        builder.field('text');
        for (const document of documents) builder.add(document);
      });
      return Promise.resolve((terms) => engine.search(terms.join(' ')).slice(0, DEPTH));
    },
    orama: async () => {
      const engine = create({ schema: { text: 'string' } as const });
      await insertMultiple(
        engine,
        documents.map(({ id, text }) => ({ id: String(id), text })),
        5000,
      );
      return (terms) => searchOrama(engine, { term: terms.join(' '), limit: DEPTH });
    },
  });
}
