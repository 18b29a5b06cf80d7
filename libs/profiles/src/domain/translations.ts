import type { LocalizedText, TranslationState } from '#libs/kernel';

/** How a translation came to be, as its writer says; the third state, `outdated`, it gets by itself. */
export const TRANSLATION_ORIGINS = ['human', 'machine'] as const;
export type TranslationOrigin = (typeof TRANSLATION_ORIGINS)[number];

export interface Translation {
  readonly text: string;
  readonly state: Exclude<TranslationState, 'original'>;
  /** RFC 3339. */
  readonly at: string;
}

/** Translations of the fields of one record, by field and BCP 47 language. The original stands in the record. */
export type Translations<Field extends string> = Readonly<
  Partial<Record<Field, Readonly<Record<string, Translation>>>>
>;

/** The original texts of a record and the language they are written in. */
export interface Originals<Field extends string> {
  readonly language: string;
  readonly texts: Readonly<Record<Field, string | null>>;
}

/**
 * What is left of the translations after the original was edited: of a changed text they are outdated, of one that
 * is gone they go as well, and what became the language of the original is no translation any more.
 */
export function afterEdit<Field extends string>(
  translations: Translations<Field>,
  before: Originals<Field>,
  after: Originals<Field>,
): Translations<Field> {
  const kept = (Object.keys(after.texts) as Field[]).flatMap((field) => {
    const isChanged = before.texts[field] !== after.texts[field];
    const versions = Object.entries<Translation>(translations[field] ?? {})
      .filter(([language]) => after.texts[field] !== null && language !== after.language)
      .map(([language, version]) => [language, isChanged ? { ...version, state: 'outdated' } : version]);
    return versions.length > 0 ? [[field, Object.fromEntries(versions)]] : [];
  });
  return Object.fromEntries(kept) as Translations<Field>;
}

/** With the sent texts of one language replaced; null takes a translation away, what is not sent stays. */
export function withTranslation<Field extends string>(
  translations: Translations<Field>,
  language: string,
  texts: Readonly<Partial<Record<Field, string | null>>>,
  made: { readonly origin: TranslationOrigin; readonly at: Date },
): Translations<Field> {
  const changed = new Map(Object.entries(translations) as [Field, Readonly<Record<string, Translation>>][]);
  for (const [field, text] of Object.entries(texts) as [Field, string | null][]) {
    const { [language]: _before, ...others } = changed.get(field) ?? {};
    const at = made.at.toISOString();
    changed.set(field, text === null ? others : { ...others, [language]: { text, state: made.origin, at } });
  }
  const kept = [...changed].filter(([, versions]) => Object.keys(versions).length > 0);
  return Object.fromEntries(kept) as Translations<Field>;
}

/** One text with all its languages; null where nothing is written. `at` of the original: last written. */
export function localized<Field extends string>(
  { language, texts }: Originals<Field>,
  translations: Translations<Field>,
  field: Field,
  at: Date,
): LocalizedText | null {
  const text = texts[field];
  if (text === null) return null;
  return {
    original: language,
    texts: { ...translations[field], [language]: { text, state: 'original', at: at.toISOString() } },
  };
}
