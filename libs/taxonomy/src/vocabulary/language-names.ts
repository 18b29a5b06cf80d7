/**
 * "한국어", "tiếng Hàn Quốc", "Korean-speaking": the name of a country inside the name of a language says which
 * language is spoken, not which market is meant.
 */
const AFTER = /^(?:어|語|语|文(?!化)|말(?:\s|$)|[\s-]*(?:speaking|language|speaker|speakers|interpret))/iu;
const BEFORE = /(?:tiếng|bahasa|berbahasa|ภาษา|по)\s*$/iu;
const REACH = 12;

export function namesALanguage(text: string, start: number, end: number): boolean {
  return (
    AFTER.test(text.slice(end, end + REACH)) || BEFORE.test(text.slice(Math.max(0, start - REACH), start))
  );
}
