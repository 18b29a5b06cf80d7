/** What a text looks like from outside: how much it says, in which script, whether it gives contact data away. */

/** Letters of scripts that say in one what others say in two or three. */
const DENSE = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** How much a text says, about in Latin letters: letters and digits count, those of dense scripts twice. */
export function weightOf(text: string): number {
  let weight = 0;
  for (const letter of text.normalize('NFC')) {
    if (/[\p{L}\p{N}]/u.test(letter)) weight += DENSE.test(letter) ? 2 : 1;
  }
  return weight;
}

/** A text without what makes no difference: case, width, spaces, punctuation. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** How much two texts share, 0 to 1: the share of common runs of three letters. */
export function alikeness(one: string | null, other: string | null): number {
  const [left, right] = [trigrams(one ?? ''), trigrams(other ?? '')];
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const run of left) if (right.has(run)) common += 1;
  return common / (left.size + right.size - common);
}

function trigrams(text: string): Set<string> {
  const letters = [...folded(text)];
  return new Set(letters.slice(2).map((letter, index) => `${letters[index]}${letters[index + 1]}${letter}`));
}

/** Contact data in a text, as it was written. */
export interface Contacts {
  readonly email: readonly string[];
  readonly phone: readonly string[];
  /** Addresses of the web and handles of messengers. */
  readonly link: readonly string[];
}

const MAX_QUOTES = 3;
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}\s?@\s?(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"']{3,200}|\b(?:t\.me|wa\.me|zalo\.me|line\.me|open\.kakao\.com)\/[^\s<>"']{1,100}|(?:kakao\s?talk|카카오톡|카톡|wechat|微信|whatsapp|telegram|zalo|line|viber)\s?(?:id|아이디|号)?\s?[:：]\s?@?[\w.+-]{3,40}/giu;
/** Either with the sign of an international number, or after a word for telephone, or in groups as in Asia. */
const PHONE =
  /\+\d[\d\s().-]{7,18}\d|(?:tel|phone|mobile|전화|휴대폰|연락처|电话|電話|điện thoại|โทร)\.?\s?[:：]?\s?\(?\d[\d\s().-]{6,16}\d|\b0\d{1,2}[-.\s]\d{3,4}[-.\s]\d{4}\b/giu;

export function contactsIn(text: string): Contacts {
  const written = text.normalize('NFKC');
  const quotes = (pattern: RegExp): string[] =>
    [...new Set([...written.matchAll(pattern)].map(([found]) => found.trim()))].slice(0, MAX_QUOTES);
  return { email: quotes(EMAIL), phone: quotes(PHONE), link: quotes(LINK) };
}

/** The scripts a language is written in; languages not named here are written in Latin letters. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ko: /\p{Script=Hangul}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  zh: /\p{Script=Han}/u,
  th: /\p{Script=Thai}/u,
  km: /\p{Script=Khmer}/u,
  lo: /\p{Script=Lao}/u,
  my: /\p{Script=Myanmar}/u,
  ne: /\p{Script=Devanagari}/u,
  hi: /\p{Script=Devanagari}/u,
  ru: /\p{Script=Cyrillic}/u,
  mn: /[\p{Script=Cyrillic}\p{Script=Mongolian}]/u,
  kk: /[\p{Script=Cyrillic}\p{Script=Latin}]/u,
};
const LATIN = /\p{Script=Latin}/u;

/** False when most letters of a text are of another script than that of its language. Names may be in any. */
export function fitsLanguage(text: string, language: string): boolean {
  const script = SCRIPTS[language.split('-')[0]?.toLowerCase() ?? ''] ?? LATIN;
  const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
  return letters.filter((letter) => script.test(letter)).length * 3 >= letters.length;
}

/** True for a heading all in capitals, in a script that has them. */
export function isShouted(text: string): boolean {
  const letters = [...text].filter((letter) => /[\p{Lu}\p{Ll}]/u.test(letter));
  return letters.length >= 12 && letters.every((letter) => /\p{Lu}/u.test(letter));
}
