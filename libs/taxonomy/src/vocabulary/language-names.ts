/**
 * "한국어", "tiếng Hàn Quốc", "Korean-speaking", "bahasa Inggris atau Jerman": the name of a country inside the name
 * of a language says which language is spoken, not which market is meant.
 */
const AFTER =
  /^(?:어(?![가-힣]*르)|語|语|文(?!化)|[\s-]*(?:speaking|language|speaker|interpret|is spoken|spoken|staff|guiding)|[^.,;]{0,20}\sязык|[^.,;]{0,14}\sреч)/iu;
const BEFORE =
  /(?:tiếng|bahasa(?:\s+(?:kerja|pengantar|utama))?|ภาษา|язык[а-я]{0,3}\s*[:–—-]?|\b(?:speaks?|in|learn|lessons in))\s*$|\b(?:ber)?bahasa\s+\p{L}+(?:\s*,\s*\p{L}+)*\s+(?:dan|atau)\s*$/iu;
const REACH = 32;

export function namesALanguage(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  const before = text.slice(Math.max(0, start - REACH), start);
  return AFTER.test(text.slice(end, end + REACH)) || (BEFORE.test(before) && !isPlaceAfterIn(before, name));
}

/** "in Korea" is a place, "in Korean" a language: English adjectives of languages end in -n, -ese, -h, -i. */
function isPlaceAfterIn(before: string, name: string): boolean {
  return /\b(?:in|learn)\s*$/iu.test(before) && !/(?:an|ese|ish|ch|ai|ali)$/iu.test(name);
}
