import HolidayLibrary from 'date-holidays';
import { addDays } from '../domain/zoned-days.js';

/** A day as the library tells it. */
export interface LibraryHoliday {
  readonly day: string;
  readonly name: string;
  /** BCP 47 of `name`. */
  readonly language: string;
  readonly nameEn: string;
}

const DAY = 86_400_000;

/** Where the library's word for a language is none of BCP 47. */
const TAGS: Readonly<Record<string, string>> = { jp: 'ja', 'en-us': 'en' };

/** Countries the library writes in English first, and in the country's language after it. */
function ownLanguage(languages: readonly string[]): string {
  return languages.find((language) => !language.startsWith('en')) ?? 'en';
}

/**
 * The public holidays of a country and year by the library date-holidays, one per day; null when it does not know
 * the country. Half days are working days.
 */
export function libraryHolidays(country: string, year: number): LibraryHoliday[] | null {
  const library = new HolidayLibrary();
  if (!(country in library.getCountries())) return null;
  library.init(country);
  const language = ownLanguage(library.getLanguages());
  const english = new Map(read(library, year, 'en').map(({ day, name }) => [day, name]));
  return read(library, year, language).map(({ day, name }) => ({
    day,
    name,
    language: TAGS[language] ?? language,
    nameEn: english.get(day) ?? name,
  }));
}

/** Every day of every public holiday, names of one day together. */
function read(library: HolidayLibrary, year: number, language: string): { day: string; name: string }[] {
  const names = new Map<string, string[]>();
  library.setLanguages([language, 'en']);
  for (const { date, start, end, name, type } of library.getHolidays(year)) {
    if (type !== 'public') continue;
    const days = Math.floor((end.getTime() - start.getTime()) / DAY + 0.1);
    for (let ahead = 0; ahead < days; ahead += 1) {
      const day = addDays(date.slice(0, 10), ahead);
      const known = names.get(day) ?? [];
      if (!known.includes(name)) names.set(day, [...known, name]);
    }
  }
  return [...names]
    .filter(([day]) => day.startsWith(String(year)))
    .map(([day, all]) => ({ day, name: all.join(' · ') }))
    .sort((a, b) => a.day.localeCompare(b.day));
}
