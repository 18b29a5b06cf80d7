import type { ResultCard } from './projects.js';

/** The public words in the reader's language, else in English, else as they were written first. */
export function wordsFor(
  { texts, title, language }: Pick<ResultCard, 'texts' | 'title' | 'language'>,
  locale: string,
): ResultCard['texts'][number] {
  const found =
    texts.find((one) => one.language === locale) ?? texts.find((one) => one.language === 'en') ?? texts[0];
  return found ?? { language, headline: title, story: '' };
}
