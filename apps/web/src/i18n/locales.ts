import { UI_LANGUAGES, type UiLanguage } from '#libs/contracts';
import type { MessageFormatElement } from 'react-intl';
import type source from './en.json';

export type Locale = UiLanguage;
export const LOCALES: readonly Locale[] = UI_LANGUAGES;

/** Ids of every message; a wrong one does not compile. */
export type MessageId = keyof typeof source;
export type Messages = Record<string, MessageFormatElement[]>;

/** Languages by their own names, as the menu lists them. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', ko: '한국어' };

const loaders: Readonly<Record<Locale, () => Promise<{ default: Messages }>>> = {
  en: () => import('virtual:messages/en'),
  ko: () => import('virtual:messages/ko'),
};

export async function loadMessages(locale: Locale): Promise<Messages> {
  return (await loaders[locale]()).default;
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}
