/** Puts words into another language. What stands behind it is chosen here, and nothing is sent to anybody unasked. */
export interface Translator {
  /**
   * @param from and `to`: BCP 47
   * @returns null where it does not know this pair of languages
   */
  translate(words: string, from: string, to: string): Promise<string | null>;
}

/** The translator some browsers carry (Translator API): words do not leave the device. */
interface BrowserTranslator {
  availability(pair: Pair): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  create(pair: Pair): Promise<{ translate(words: string): Promise<string>; destroy?(): void }>;
}
interface Pair {
  sourceLanguage: string;
  targetLanguage: string;
}

function ofBrowser(): BrowserTranslator | undefined {
  return (globalThis as { Translator?: BrowserTranslator }).Translator;
}

/** Whether this browser has one at all; nothing is offered where it has none. */
export function hasTranslator(): boolean {
  return ofBrowser() !== undefined;
}

export const browserTranslator: Translator = {
  async translate(words, sourceLanguage, targetLanguage) {
    const translators = ofBrowser();
    const pair = { sourceLanguage, targetLanguage };
    if (!translators || (await translators.availability(pair)) === 'unavailable') return null;
    const translator = await translators.create(pair);
    try {
      return await translator.translate(words);
    } finally {
      translator.destroy?.();
    }
  },
};
