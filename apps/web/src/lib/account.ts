import { currentLocale, showLocale, showTimeZone } from '../i18n/language.js';
import { isLocale } from '../i18n/locales.js';
import type { Me } from './me.js';
import { readPreference } from './preferences.js';

/** Shows the product as the account has it: its time zone, and its language where this browser chose none. */
export async function applyAccount(me: Me): Promise<void> {
  showTimeZone(me.timeZone);
  const language = me.language.split('-')[0];
  const isOpen = readPreference('ttn.language') === null;
  if (isOpen && isLocale(language) && language !== currentLocale()) await showLocale(language);
}
