import { type ReactNode, useEffect, useMemo } from 'react';
import { RawIntlProvider, createIntl, createIntlCache, type IntlShape } from 'react-intl';
import { readPreference, writePreference } from '../lib/preferences.js';
import { createStore, useStore } from '../lib/store.js';
import {
  isLocale,
  loadMessages,
  type Locale,
  type Messages,
  type Part,
  PSEUDO_LOCALE,
  type ShownLocale,
} from './locales.js';

interface Language {
  locale: ShownLocale;
  messages: Messages;
}

const language = createStore<Language | null>(null);
/** IANA; undefined is the zone of this device. */
const zone = createStore<string | undefined>(undefined);
let wanted: ShownLocale | null = null;
let needed: readonly Part[] = ['first'];
let arrival: Promise<void> = Promise.resolve();
const cache = createIntlCache();

/** The language of this browser: chosen before, else asked for by the browser, else English. */
export function preferredLocale(): ShownLocale {
  const chosen = readPreference('ttn.language');
  if (isLocale(chosen) || chosen === PSEUDO_LOCALE) return chosen;
  const asked = navigator.languages.map((tag) => tag.split('-')[0]).find(isLocale);
  return asked ?? 'en';
}

/** Switches the language once its messages are here; until then the old one stays on the screen. */
export async function showLocale(locale: ShownLocale): Promise<void> {
  wanted = locale;
  const messages = await loadMessages(locale, needed);
  // Whoever asked last is shown; an earlier answer may come later.
  if (wanted === locale) language.set({ locale, messages });
}

/**
 * Brings the messages of the screens beyond the home, and of `others`, and keeps them; the first screen that needs
 * them asks.
 */
export async function needMessages(...others: readonly Part[]): Promise<void> {
  const before = needed;
  const added = (['rest', ...others] as const).filter((part) => !before.includes(part));
  if (added.length === 0) return arrival;
  needed = [...before, ...added];
  arrival = showLocale(wanted ?? currentLocale()).catch((error: unknown) => {
    // The next screen tries again.
    needed = needed.filter((part) => !added.includes(part));
    throw error;
  });
  return arrival;
}

/** As `showLocale`, and remembers the choice in this browser. */
export async function chooseLocale(locale: Locale): Promise<void> {
  writePreference('ttn.language', locale);
  await showLocale(locale);
}

/** Shows times in this zone from now on, wherever no other one is named. IANA. */
export function showTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    zone.set(timeZone);
  } catch {
    // A zone that this browser does not know (yet): its own does.
  }
}

/** The locale on the screen. */
export function currentLocale(): ShownLocale {
  return language.get()?.locale ?? preferredLocale();
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const current = useStore(language);
  const timeZone = useStore(zone);
  const intl = useMemo(() => (current ? intlOf(current, timeZone) : null), [current, timeZone]);
  useEffect(() => {
    if (current) document.documentElement.lang = current.locale;
  }, [current]);
  return intl && <RawIntlProvider value={intl}>{children}</RawIntlProvider>;
}

function intlOf({ locale, messages }: Language, timeZone: string | undefined): IntlShape {
  return createIntl(
    {
      locale,
      messages,
      timeZone,
      defaultLocale: 'en',
      // A missing message is a defect of the build; the page goes on with the id in its place.
      onError: reportError,
    },
    cache,
  );
}
