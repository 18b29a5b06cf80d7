import { UI_LANGUAGES, type UiLanguage } from '#libs/contracts';
import type { MessageFormatElement } from 'react-intl';
import type { Source } from './areas.js';

export type Locale = UiLanguage;
export const LOCALES: readonly Locale[] = UI_LANGUAGES;
/** English with accents and brackets, for tests of the layout; no menu offers it. See build/pseudo-locale.ts. */
export const PSEUDO_LOCALE = 'en-XA';
export type ShownLocale = Locale | typeof PSEUDO_LOCALE;

/** Ids of every message; a wrong one does not compile. */
export type MessageId = keyof Source;
export type Messages = Record<string, MessageFormatElement[]>;

/** Languages by their own names, as the menu lists them. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', ko: '한국어' };

type Loader = () => Promise<{ default: Record<string, string | MessageFormatElement[]> }>;
const first: Readonly<Record<ShownLocale, Loader>> = {
  'en-XA': () => import('virtual:messages/en-XA'),
  en: () => import('virtual:messages/en'),
  ko: () => import('virtual:messages/ko'),
};
const rest: Readonly<Record<ShownLocale, Loader>> = {
  'en-XA': () => import('virtual:messages/en-XA/rest'),
  en: () => import('virtual:messages/en/rest'),
  ko: () => import('virtual:messages/ko/rest'),
};

/** The messages of the frame and the home screen, or of every screen. */
export async function loadMessages(locale: ShownLocale, extent: 'first' | 'all'): Promise<Messages> {
  const parts = extent === 'first' ? [first[locale]()] : [first[locale](), rest[locale]()];
  const messages: Messages = {};
  for (const part of await Promise.all(parts)) {
    for (const [id, message] of Object.entries(part.default)) {
      messages[id] = typeof message === 'string' ? [{ type: 0, value: message }] : message;
    }
  }
  return messages;
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}
