import { classOf, WORD } from './characters.js';
import type { CharacterStream } from './stream.js';

/**
 * Light stems: just enough that "golf tours" meets "golf tour" and "в Пусане" meets "Пусан". The endings are dropped
 * from the stream of the form and of the text alike, so a wrong cut harms nothing as long as it is the same cut.
 */

const CYRILLIC_ENDINGS = [
  'иями',
  'ями',
  'ами',
  'ого',
  'его',
  'ому',
  'ему',
  'ыми',
  'ими',
  'иях',
  'иям',
  'ием',
  'ией',
  'ая',
  'яя',
  'ое',
  'ее',
  'ые',
  'ие',
  'ый',
  'ий',
  'ой',
  'ей',
  'ую',
  'юю',
  'ых',
  'их',
  'ым',
  'им',
  'ом',
  'ем',
  'ах',
  'ях',
  'ам',
  'ям',
  'ов',
  'ев',
  'ия',
  'ию',
  'ии',
  'ью',
  'а',
  'я',
  'о',
  'е',
  'ы',
  'и',
  'у',
  'ю',
  'ь',
  'й',
]; // longest first

const MINIMUM_STEM = 3;
const MINIMUM_PLURAL = 4;

function cyrillicCut(word: string): number {
  const ending = CYRILLIC_ENDINGS.find((e) => word.length - e.length >= MINIMUM_STEM && word.endsWith(e));
  return ending?.length ?? 0;
}

/** How many letters of an English plural fall away; "-ies" keeps the "i" that a final "y" becomes too. */
function englishCut(word: string): number {
  if (word.length < MINIMUM_PLURAL) return 0;
  if (word.endsWith('ies')) return 2;
  if (/(?:ch|sh|ss|x)es$/.test(word)) return 2;
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? 1 : 0;
}

function cutOf(word: string): number {
  const first = word.charCodeAt(0);
  if (first >= 0x400 && first <= 0x4ff) return cyrillicCut(word);
  return /^[a-z]+$/.test(word) ? englishCut(word) : 0;
}

const LOWER_A = 97;
const LOWER_I = 105;
const LOWER_S = 115;
const LOWER_Y = 121;
const LOWER_Z = 122;
const MINIMUM_Y = 4;

const isCyrillic = (unit: number): boolean => unit >= 0x400 && unit <= 0x4ff;

/** Most words keep their ending; only these are looked at closely. */
function mayChange(first: number, last: number): boolean {
  return (
    isCyrillic(first) || (first >= LOWER_A && first <= LOWER_Z && (last === LOWER_S || last === LOWER_Y))
  );
}

function wordEnd(stream: CharacterStream, start: number): number {
  let end = start;
  while (end < stream.length && classOf(stream.units[end]!) === WORD) end += 1;
  return end;
}

/** How many units of the word at `start..end` stay. */
function keptLength(stream: CharacterStream, start: number, end: number): number {
  const word = String.fromCharCode(...stream.units.subarray(start, end));
  return end - start - cutOf(word);
}

/** "City" becomes "citi", which is what is left of "cities". */
function softenFinalY(units: Uint16Array, start: number, end: number): void {
  if (units[end - 1] === LOWER_Y && end - start >= MINIMUM_Y) units[end - 1] = LOWER_I;
}

/**
 * Cuts the Latin and Cyrillic words of the stream to their light stems. Works in the arrays of the stream it is given,
 * which the caller hands over.
 */
export function stem(stream: CharacterStream): CharacterStream {
  const { units, starts, ends } = stream;
  let length = 0;
  let pending = 0;
  const keepUpTo = (end: number): void => {
    if (length !== pending) for (const array of [units, starts, ends]) array.copyWithin(length, pending, end);
    length += end - pending;
  };
  for (let at = 0; at < stream.length;) {
    const end = wordEnd(stream, at);
    if (end > at && mayChange(units[at]!, units[end - 1]!)) {
      softenFinalY(units, at, end);
      const kept = at + keptLength(stream, at, end);
      if (kept < end) {
        const sourceEnd = ends[end - 1]!;
        keepUpTo(kept);
        ends[length - 1] = sourceEnd;
        pending = end;
      }
    }
    at = Math.max(end, at + 1);
  }
  keepUpTo(stream.length);
  return { units, starts, ends, length };
}
