/** Latin letters that Unicode does not take apart into a base letter and a mark. */
const UNDIVIDED: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  æ: 'ae',
  ß: 'ss',
};

/**
 * A text without what writing of the same differs in: case, width, Latin and Cyrillic marks, punctuation and
 * spaces of every kind. Vowel signs and voicing marks of other scripts stay: there they are letters.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[đðłøıæß]/g, (letter) => UNDIVIDED[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Every pair of neighbouring characters of a folded text, within its words; of a word of one character, that one.
 * So a search finds the middle of words, and words of scripts that put no spaces between them.
 */
export function gramsOf(folded: string): string[] {
  const grams = new Set<string>();
  for (const word of folded.split(' ')) {
    const letters = [...word];
    for (const letter of letters) grams.add(letter);
    for (let at = 0; at + 1 < letters.length; at += 1) grams.add(`${letters[at]}${letters[at + 1]}`);
  }
  grams.delete('');
  return [...grams];
}

export interface SearchTerms {
  /** Each of them stands in the folded text. */
  readonly words: readonly string[];
  /** Pairs of letters all of which the text has. */
  readonly grams: readonly string[];
}

/** Undefined when the query holds nothing one could find: spaces, punctuation. */
export function searchTerms(query: string): SearchTerms | undefined {
  const words = [...new Set(foldText(query).split(' '))].filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const grams = words.flatMap((word) =>
    [...word].length === 1 ? [word] : gramsOf(word).filter((gram) => [...gram].length === 2),
  );
  return { words, grams: [...new Set(grams)] };
}
