import { IntlMessageFormat } from 'intl-messageformat';
import { UI_LANGUAGES, type UiLanguage } from '#libs/contracts';
import { en } from './en.js';
import { ko } from './ko.js';
import type { Wording } from './template.js';

export type PhraseValues = Readonly<Record<string, string>>;

export const WORDINGS: Readonly<Record<UiLanguage, Wording>> = { en, ko };

/** The language TTN writes in to a person of this BCP 47 tag: theirs where it is complete, else English. */
export function writtenLanguage(tag: string): UiLanguage {
  const primary = tag.split('-')[0];
  return UI_LANGUAGES.find((language) => language === primary) ?? 'en';
}

const compiled = new Map<string, IntlMessageFormat>();

/**
 * One message with its values put in, as plain text. Line breaks and control characters of values become
 * spaces: a name must not begin a new line, nor a new header.
 *
 * @throws Error when a value is missing
 */
export function phrase(language: UiLanguage, message: string, values: PhraseValues): string {
  const key = `${language} ${message}`;
  let format = compiled.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    compiled.set(key, format);
  }
  const plain = Object.entries(values).map(([name, value]) => [
    name,
    value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
  ]);
  return String(format.format(Object.fromEntries(plain) as Record<string, string>));
}
