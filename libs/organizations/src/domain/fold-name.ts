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
 * A name without what spellings differ in: case, width, Latin and Cyrillic diacritics, punctuation. Vowel
 * signs and voicing marks of other scripts stay: there they are letters.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[đðłøıæß]/g, (letter) => UNDIVIDED[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The folded name as one word: "Du jiang yan" and "Dujiangyan" are one key. */
export function nameKey(name: string): string {
  return foldName(name).replaceAll(' ', '');
}
