import { saidOrNull } from '#libs/kernel';
import { NothingToTranslate } from '../domain/profile.errors.js';
import {
  type Originals,
  type TranslationOrigin,
  type Translations,
  withTranslation,
} from '../domain/translations.js';

/** The sent texts of one language; null, or a blank one, takes a translation away. */
export interface TranslationInput<Field extends string> {
  /** BCP 47. */
  readonly language: string;
  readonly origin: TranslationOrigin;
  readonly texts: Readonly<Partial<Record<Field, string | null>>>;
}

/** @throws NothingToTranslate 409 for a text that is not written, and for the language of the original */
export function translated<Field extends string>(
  originals: Originals<Field>,
  translations: Translations<Field>,
  { language, origin, texts }: TranslationInput<Field>,
): Translations<Field> {
  if (language === originals.language) throw new NothingToTranslate();
  const said = Object.entries<string | null | undefined>(texts as Record<string, string | null | undefined>)
    .filter(([, text]) => text !== undefined)
    .map(([field, text]) => [field, saidOrNull(text ?? null)] as const);
  if (said.some(([field, text]) => text !== null && originals.texts[field as Field] === null)) {
    throw new NothingToTranslate();
  }
  const changed = Object.fromEntries(said) as Readonly<Partial<Record<Field, string | null>>>;
  return withTranslation(translations, language, changed, { origin, at: new Date() });
}
