const MAIL = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}/u;
/** With a country code or a leading zero, seven digits and more: years and amounts begin otherwise. */
const PHONE = /(?<!\p{N})(?:\+|\(?0)\p{N}(?:[\s().-]{0,2}\p{N}){6,}/u;

/** Words that are separated by blanks; in other scripts, particles follow a name at once. */
const SPACED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;
/** A shorter one stands in too many words. */
const LEAST_LETTERS = 2;

/** Whether words tell who is meant: by one of these names, a mail address or a phone number. */
export function tellsWho(words: string, names: readonly string[]): boolean {
  const text = fold(words);
  return MAIL.test(text) || PHONE.test(text) || names.some((name) => holds(text, fold(name)));
}

function holds(text: string, name: string): boolean {
  if ([...name].length < LEAST_LETTERS) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = '', first = ''] = [text[at - 1], name[0]];
    const [last = '', after = ''] = [name.at(-1), text[at + name.length]];
    if (!isOneWord(before, first) && !isOneWord(last, after)) return true;
  }
  return false;
}

const isOneWord = (left: string, right: string): boolean => SPACED.test(left) && SPACED.test(right);

const fold = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
