import { foldName } from '#libs/organizations';
import type { Vocabulary } from '#libs/taxonomy';
import type { EntryText } from '../domain/entry.js';
import type { ReadQuery } from './query.reader.js';

/** The place of a text that shows why it was found, or its beginning. */
export interface Quotation {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

const BEFORE = 40;
const LENGTH = 160;

/** Undefined for an entry without texts. */
export function quotationOf(
  texts: readonly EntryText[],
  read: ReadQuery | undefined,
  vocabulary: Vocabulary,
): Quotation | null {
  const [first] = texts;
  if (!first) return null;
  if (read) {
    // The very words first, so that who searches in a language reads the text of that language.
    const found =
      firstPlace(texts, (text) => placeOfWords(text, read)) ??
      firstPlace(texts, (text) => placeOfMeaning(text, read, vocabulary));
    if (found) return { text: around(found.text.text, found.at), language: found.text.language };
  }
  return { text: around(first.text, 0), language: first.language };
}

function firstPlace(
  texts: readonly EntryText[],
  placeIn: (text: EntryText) => number | undefined,
): { readonly text: EntryText; readonly at: number } | undefined {
  for (const text of texts) {
    const at = placeIn(text);
    if (at !== undefined) return { text, at };
  }
  return undefined;
}

/** Where the text says, in its language, what was meant. */
function placeOfMeaning(
  { text, language }: EntryText,
  read: ReadQuery,
  vocabulary: Vocabulary,
): number | undefined {
  const wanted = new Set([...read.concepts, ...read.places, ...read.related]);
  return wanted.size > 0 ? vocabulary.tag(text, language).find(({ id }) => wanted.has(id))?.start : undefined;
}

function placeOfWords({ text }: EntryText, read: ReadQuery): number | undefined {
  const lower = text.toLowerCase();
  for (const term of read.terms) {
    const at = lower.indexOf(term.text.toLowerCase());
    if (at >= 0) return at;
  }
  // Without diacritics the places differ, so only texts that keep their length are looked at folded.
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (bare.length !== text.length) return undefined;
  const found = read.terms.map((term) => bare.indexOf(foldName(term.text))).filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** A window that begins at a word, with an ellipsis where text was left out. */
function around(text: string, at: number): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  const middle = [...text.slice(0, at).replace(/\s+/gu, ' ')].length;
  const from = middle <= BEFORE ? 0 : wordStart(characters, middle - BEFORE, middle);
  const to = Math.min(characters.length, from + LENGTH);
  const piece = characters.slice(from, to).join('').trim();
  return `${from > 0 ? '…' : ''}${piece}${to < characters.length ? '…' : ''}`;
}

function wordStart(characters: readonly string[], from: number, to: number): number {
  const space = characters.slice(from, to).indexOf(' ');
  return space < 0 ? from : from + space + 1;
}
