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

/** Catalogs that travel together: the frame and the home screen, most screens, and what few people ever open. */
export type Part =
  | 'first'
  | 'rest'
  | 'calls'
  | 'consulting-way'
  | 'admission'
  | 'dossier'
  | 'engagements'
  | 'matches'
  | 'matching-desk'
  | 'membership'
  | 'notification-settings'
  | 'opportunities'
  | 'projects'
  | 'reviews'
  | 'rooms';
type Loader = () => Promise<{ default: Record<string, string | MessageFormatElement[]> }>;
const loaders: Readonly<Record<ShownLocale, Readonly<Record<Part, Loader>>>> = {
  'en-XA': {
    first: () => import('virtual:messages/en-XA'),
    rest: () => import('virtual:messages/en-XA/rest'),
    calls: () => import('virtual:messages/en-XA/calls'),
    'consulting-way': () => import('virtual:messages/en-XA/consulting-way'),
    admission: () => import('virtual:messages/en-XA/admission'),
    dossier: () => import('virtual:messages/en-XA/dossier'),
    engagements: () => import('virtual:messages/en-XA/engagements'),
    matches: () => import('virtual:messages/en-XA/matches'),
    'matching-desk': () => import('virtual:messages/en-XA/matching-desk'),
    'notification-settings': () => import('virtual:messages/en-XA/notification-settings'),
    membership: () => import('virtual:messages/en-XA/membership'),
    opportunities: () => import('virtual:messages/en-XA/opportunities'),
    projects: () => import('virtual:messages/en-XA/projects'),
    reviews: () => import('virtual:messages/en-XA/reviews'),
    rooms: () => import('virtual:messages/en-XA/rooms'),
  },
  en: {
    first: () => import('virtual:messages/en'),
    rest: () => import('virtual:messages/en/rest'),
    calls: () => import('virtual:messages/en/calls'),
    'consulting-way': () => import('virtual:messages/en/consulting-way'),
    admission: () => import('virtual:messages/en/admission'),
    dossier: () => import('virtual:messages/en/dossier'),
    engagements: () => import('virtual:messages/en/engagements'),
    matches: () => import('virtual:messages/en/matches'),
    'matching-desk': () => import('virtual:messages/en/matching-desk'),
    'notification-settings': () => import('virtual:messages/en/notification-settings'),
    membership: () => import('virtual:messages/en/membership'),
    opportunities: () => import('virtual:messages/en/opportunities'),
    projects: () => import('virtual:messages/en/projects'),
    reviews: () => import('virtual:messages/en/reviews'),
    rooms: () => import('virtual:messages/en/rooms'),
  },
  ko: {
    first: () => import('virtual:messages/ko'),
    rest: () => import('virtual:messages/ko/rest'),
    calls: () => import('virtual:messages/ko/calls'),
    'consulting-way': () => import('virtual:messages/ko/consulting-way'),
    admission: () => import('virtual:messages/ko/admission'),
    dossier: () => import('virtual:messages/ko/dossier'),
    engagements: () => import('virtual:messages/ko/engagements'),
    matches: () => import('virtual:messages/ko/matches'),
    'matching-desk': () => import('virtual:messages/ko/matching-desk'),
    'notification-settings': () => import('virtual:messages/ko/notification-settings'),
    membership: () => import('virtual:messages/ko/membership'),
    opportunities: () => import('virtual:messages/ko/opportunities'),
    projects: () => import('virtual:messages/ko/projects'),
    reviews: () => import('virtual:messages/ko/reviews'),
    rooms: () => import('virtual:messages/ko/rooms'),
  },
};

/** The messages of some parts. */
export async function loadMessages(locale: ShownLocale, parts: readonly Part[]): Promise<Messages> {
  const messages: Messages = {};
  for (const part of await Promise.all(parts.map((name) => loaders[locale][name]()))) {
    for (const [id, message] of Object.entries(part.default)) {
      messages[id] = typeof message === 'string' ? [{ type: 0, value: message }] : message;
    }
  }
  return messages;
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}
