/** Writing that only one language uses, or one among those spoken between members. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Mongolian}/u, 'mn'],
  // Letters of Vietnamese that no other Latin alphabet has.
  [/[ăơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu, 'vi'],
];
/** Writing that several languages share: only the writer's own language decides between them. */
const SHARED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Han}/u, ['ja', 'zh-Hans', 'zh-Hant', 'zh']],
  [/\p{Script=Cyrillic}/u, ['ru', 'mn']],
  [/\p{Script=Devanagari}/u, ['ne', 'hi']],
];

/**
 * The language a short text is written in, as far as its letters tell; for fonts, line breaks and voices.
 *
 * @param own BCP 47 of the writer's account, which decides where several languages share a script
 * @returns BCP 47, or null where a guess would be one
 */
export function languageOfText(text: string, own: string | null = null): string | null {
  const certain = SCRIPTS.find(([letters]) => letters.test(text.normalize('NFC')));
  if (certain) return certain[1];
  const shared = SHARED.find(([letters]) => letters.test(text));
  return shared && own !== null && shared[1].includes(own) ? own : null;
}
