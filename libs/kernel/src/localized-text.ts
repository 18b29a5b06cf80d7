/** How a translation came to be, and whether the original moved on since. */
export const TRANSLATION_STATES = ['original', 'human', 'machine', 'outdated'] as const;
export type TranslationState = (typeof TRANSLATION_STATES)[number];

/** A text kept in several languages; keys are BCP 47 tags, `original` names the one that was written first. */
export interface LocalizedText {
  readonly original: string;
  readonly texts: Readonly<Record<string, { text: string; state: TranslationState; at: string }>>;
}

/** The text for a reader: own language, then English, then the original. */
export function readLocalized(text: LocalizedText, language: string): { text: string; language: string } {
  for (const candidate of [language, 'en', text.original]) {
    const found = text.texts[candidate];
    if (found) return { text: found.text, language: candidate };
  }
  return { text: '', language: text.original };
}
