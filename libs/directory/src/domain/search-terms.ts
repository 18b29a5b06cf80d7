import { queryTokens, type TaggedSpan, type Vocabulary } from '#libs/taxonomy';
import { aboutToken, facetToken } from './entry.js';
import { allOf, anyOf, has, type LexemeQuery, LEXEMES } from './lexemes.js';

/** One thing a query asks for: words, and what they mean. */
export interface SearchTerm {
  readonly text: string;
  /** Taxonomy codes the words stand for, with the narrower ones. */
  readonly concepts: readonly string[];
  /** Codes near to those. */
  readonly related: readonly string[];
  /** Organizations of the cities the words name. */
  readonly places: readonly string[];
  /** ISO 3166-1 codes of the countries they name. */
  readonly countries: readonly string[];
}

/** Nearer than this, a related concept is worth showing to who searches. */
const NEAR = 0.7;
/** Words that join others and are no wish of their own. */
const JOINING = new Set(['a', 'an', 'and', 'at', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** Takes a query apart: what the vocabulary knows in it, in any language, and the words that are left. */
export function termsOf(query: string, vocabulary: Vocabulary): SearchTerm[] {
  const stretches = stretchesOf(vocabulary.tag(query));
  const terms: SearchTerm[] = [];
  let at = 0;
  for (const { start, end, spans } of stretches) {
    terms.push(...plainTerms(query.slice(at, start)), meantTerm(query.slice(start, end), spans, vocabulary));
    at = end;
  }
  terms.push(...plainTerms(query.slice(at)));
  const telling = terms.filter(({ text }) => !JOINING.has(text.toLowerCase()));
  return telling.length > 0 ? telling : terms;
}

/** What an entry must hold to satisfy all terms. */
export function expressionOf(terms: readonly SearchTerm[]): LexemeQuery {
  return allOf(terms.map(termExpression));
}

function termExpression(term: SearchTerm): LexemeQuery {
  const { text, concepts, related, countries } = term;
  return anyOf([
    textExpression(text),
    placeExpression(term),
    ...[...concepts, ...related].map((code) => has(LEXEMES.concept(code))),
    ...countries.map((code) => has(LEXEMES.facet(facetToken('country', code)))),
  ]);
}

/** In the city a term names. */
export function placeExpression({ places }: SearchTerm): LexemeQuery {
  return anyOf(places.map((id) => has(LEXEMES.place(id))));
}

/** What the bits of an entry tell about a term: its meaning. */
export function meantTokens({ concepts, related, countries }: SearchTerm): string[] {
  return [
    ...[...concepts, ...related].map(aboutToken),
    ...countries.map((code) => facetToken('country', code)),
  ];
}

const ENOUGH_TO_BEGIN = 3;
const LATIN_OR_CYRILLIC = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u;

/** All pieces of the words; a word of letters also as the beginning of a longer one. */
export function textExpression(text: string): LexemeQuery {
  return allOf(
    queryTokens(text).map((token) =>
      has(token, token.length >= ENOUGH_TO_BEGIN && LATIN_OR_CYRILLIC.test(token)),
    ),
  );
}

function plainTerms(text: string): SearchTerm[] {
  return text
    .split(/\s+/u)
    .filter((word) => queryTokens(word).length > 0)
    .map((word) => ({ text: word, concepts: [], related: [], places: [], countries: [] }));
}

interface Stretch {
  readonly start: number;
  end: number;
  readonly spans: TaggedSpan[];
}

/** Spans that overlap are one thing that was said. */
function stretchesOf(spans: readonly TaggedSpan[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const span of spans) {
    const last = stretches.at(-1);
    if (last && span.start < last.end) {
      last.spans.push(span);
      last.end = Math.max(last.end, span.end);
    } else stretches.push({ start: span.start, end: span.end, spans: [span] });
  }
  return stretches;
}

function meantTerm(text: string, spans: readonly TaggedSpan[], vocabulary: Vocabulary): SearchTerm {
  const places = spans.filter(({ kind }) => kind === 'place').map(({ id }) => id);
  const said = spans
    .filter(({ kind, source }) => kind !== 'place' && source === 'phrase')
    .map(({ id }) => id);
  const hinted = spans.filter(({ kind, source }) => kind !== 'place' && source === 'cue').map(({ id }) => id);
  const concepts = new Set([...said, ...narrower(said, vocabulary)]);
  const near = said.flatMap((id) =>
    vocabulary.related(id).flatMap((other) => (other.weight >= NEAR ? [other.id] : [])),
  );
  const related = new Set([...hinted, ...near].filter((id) => !concepts.has(id)));
  const countries = said.flatMap((id) => vocabulary.concept(id).country ?? []);
  return { text, concepts: [...concepts], related: [...related], places: [...new Set(places)], countries };
}

function narrower(ids: readonly string[], vocabulary: Vocabulary): string[] {
  if (ids.length === 0) return [];
  const wide = new Set(ids);
  return vocabulary.conceptIds().filter((id) => {
    for (let parent = vocabulary.parent(id); parent !== null; parent = vocabulary.parent(parent))
      if (wide.has(parent)) return true;
    return false;
  });
}
