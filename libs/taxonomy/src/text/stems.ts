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
const MINIMUM_Y = 4;

/** The endings as units, by their last one; longest first. */
const ENDINGS_BY_LAST = new Map<number, readonly Uint16Array[]>();
for (const ending of CYRILLIC_ENDINGS) {
  const last = ending.charCodeAt(ending.length - 1);
  const units = Uint16Array.from(ending, (letter) => letter.charCodeAt(0));
  ENDINGS_BY_LAST.set(last, [...(ENDINGS_BY_LAST.get(last) ?? []), units]);
}

const isCyrillic = (unit: number): boolean => unit >= 0x400 && unit <= 0x4ff;
const isLatinLetter = (unit: number): boolean => unit >= 97 && unit <= 122;
const [I, S, Y] = [105, 115, 121];

function endsWith(units: Uint16Array, end: number, ending: Uint16Array): boolean {
  for (let at = 1; at <= ending.length; at += 1)
    if (units[end - at] !== ending[ending.length - at]) return false;
  return true;
}

function cyrillicCut(units: Uint16Array, start: number, end: number): number {
  for (const ending of ENDINGS_BY_LAST.get(units[end - 1]!) ?? [])
    if (end - start - ending.length >= MINIMUM_STEM && endsWith(units, end, ending)) return ending.length;
  return 0;
}

const NO_PLURAL = ['ss', 'us', 'is'].map((ending) => Uint16Array.from(ending, (c) => c.charCodeAt(0)));
const LONG_PLURAL = ['ies', 'ches', 'shes', 'sses', 'xes'].map((ending) =>
  Uint16Array.from(ending, (c) => c.charCodeAt(0)),
);

/** How many letters of an English plural fall away; "-ies" keeps the "i" that a final "y" becomes too. */
function englishCut(units: Uint16Array, start: number, end: number): number {
  if (end - start < MINIMUM_PLURAL || units[end - 1] !== S) return 0;
  for (let at = start; at < end; at += 1) if (!isLatinLetter(units[at]!)) return 0;
  if (LONG_PLURAL.some((ending) => endsWith(units, end, ending))) return 2;
  return NO_PLURAL.some((ending) => endsWith(units, end, ending)) ? 0 : 1;
}

function wordEnd(stream: CharacterStream, start: number): number {
  let end = start;
  while (end < stream.length && classOf(stream.units[end]!) === WORD) end += 1;
  return end;
}

/** How many units of the word at `start..end` fall away. "City" becomes "citi", which is what is left of "cities". */
function cutOf(units: Uint16Array, start: number, end: number): number {
  if (end === start) return 0;
  const first = units[start]!;
  if (isCyrillic(first)) return cyrillicCut(units, start, end);
  if (!isLatinLetter(first)) return 0;
  if (units[end - 1] === Y && end - start >= MINIMUM_Y) units[end - 1] = I;
  return englishCut(units, start, end);
}

/**
 * Cuts the Latin and Cyrillic words of the stream to their light stems. Works in the arrays of the stream it is given,
 * which the caller hands over.
 */
export function stem(stream: CharacterStream): CharacterStream {
  const { units, starts, ends } = stream;
  let length = 0;
  let at = 0;
  while (at < stream.length) {
    const end = wordEnd(stream, at);
    const next = Math.max(end, at + 1);
    const kept = next - cutOf(units, at, end);
    const sourceEnd = ends[next - 1]!;
    for (; at < kept; at += 1, length += 1) {
      units[length] = units[at]!;
      starts[length] = starts[at]!;
      ends[length] = ends[at]!;
    }
    ends[length - 1] = sourceEnd;
    at = next;
  }
  return { units, starts, ends, length };
}
