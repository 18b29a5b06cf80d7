/**
 * What one UTF-16 unit is to the tagger. Scripts differ in where a word may begin and end: Latin and Cyrillic have
 * word edges, Hangul has a left edge but glues particles to the right, Han has none, Thai has none but stacks
 * vowel and tone marks on its consonants.
 */

export const OTHER = 0;
export const WORD = 1;
export const HANGUL = 2;
export const HAN = 3;
export const KATAKANA = 4;
export const HIRAGANA = 5;
/** Scripts written without spaces: Thai, Lao, Khmer, Burmese. */
export const UNSPACED = 6;
/** A mark that belongs to the character before it. */
export const MARK = 7;

const PATTERNS: readonly (readonly [RegExp, number])[] = [
  [/\p{M}/u, MARK],
  [/\p{Script=Hangul}/u, HANGUL],
  [/[\p{Script=Han}々〆]/u, HAN],
  [/[\p{Script=Katakana}ー]/u, KATAKANA],
  [/\p{Script=Hiragana}/u, HIRAGANA],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u, UNSPACED],
  [/[\p{L}\p{N}]/u, WORD],
];

const UNKNOWN = 255;
const classes = new Uint8Array(65536).fill(UNKNOWN);

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  return PATTERNS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER;
}

/** The class of a UTF-16 unit; surrogates are `OTHER`. */
export function classOf(unit: number): number {
  const known = classes[unit] ?? OTHER;
  if (known !== UNKNOWN) return known;
  return (classes[unit] = classify(unit));
}
