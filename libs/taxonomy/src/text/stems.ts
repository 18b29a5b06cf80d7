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

const LOWER_Y = 121;
const LOWER_I = 105;
const MINIMUM_Y = 4;

/** A copy of the stream whose Latin and Cyrillic words are cut to their light stems. */
export function stem(stream: CharacterStream): CharacterStream {
  const units = new Uint16Array(stream.length);
  const starts = new Uint32Array(stream.length);
  const ends = new Uint32Array(stream.length);
  let length = 0;
  const keep = (i: number): void => {
    units[length] = stream.units[i] ?? 0;
    starts[length] = stream.starts[i] ?? 0;
    ends[length] = stream.ends[i] ?? 0;
    length += 1;
  };
  let at = 0;
  while (at < stream.length) {
    let end = at;
    while (end < stream.length && classOf(stream.units[end] ?? 0) === WORD) end += 1;
    if (end === at) {
      keep(at);
      at += 1;
      continue;
    }
    const word = String.fromCharCode(...stream.units.subarray(at, end));
    const stemEnd = end - cutOf(word);
    for (let i = at; i < stemEnd; i += 1) keep(i);
    ends[length - 1] = stream.ends[end - 1] ?? 0;
    if (word.length >= MINIMUM_Y && word.charCodeAt(word.length - 1) === LOWER_Y && /^[a-z]+$/.test(word))
      units[length - 1] = LOWER_I;
    at = end;
  }
  return { units, starts, ends, length };
}
