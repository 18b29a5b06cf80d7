import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import { HolidayRepository } from '../data/holiday.repository.js';
import type { Holiday } from '../domain/holiday.js';
import { type LibraryHoliday, libraryHolidays } from './library-holidays.js';

export type KnownDay = Pick<Holiday, 'country' | 'day' | 'name' | 'language' | 'nameEn'>;

/**
 * What is known of holidays: what is written; and for a year nobody has written yet, what the library says, so that
 * nothing is called unknown only because a calendar has not been filled so far.
 */
@Injectable()
export class KnownHolidays {
  private readonly library = new Map<string, readonly LibraryHoliday[] | null>();

  constructor(private readonly holidays: HolidayRepository) {}

  /** Holidays of countries from one day to another, both included, in order of days. */
  async between(
    reads: Reads,
    countries: readonly string[],
    fromDay: string,
    toDay: string,
  ): Promise<KnownDay[]> {
    const written = await this.holidays.between(reads, countries, fromDay, toDay);
    const isWritten = await this.writtenYears(reads, countries);
    const days = new Map<string, KnownDay>(written.map((day) => [`${day.day} ${day.country}`, day]));
    for (const country of countries) {
      for (const year of yearsOf(fromDay, toDay)) {
        if (isWritten(country, year)) continue;
        for (const day of this.ofLibrary(country, year) ?? []) {
          const key = `${day.day} ${country}`;
          const isAsked = day.day >= fromDay && day.day <= toDay;
          if (isAsked && !days.has(key)) days.set(key, { country, ...day });
        }
      }
    }
    return [...days].sort(([a], [b]) => a.localeCompare(b)).map(([, day]) => day);
  }

  /** True where the holidays of a country are known for every one of the years. */
  async knows(reads: Reads, country: string, years: readonly number[]): Promise<boolean> {
    const isWritten = await this.writtenYears(reads, [country]);
    return years.every((year) => isWritten(country, year) || this.ofLibrary(country, year) !== null);
  }

  private async writtenYears(
    reads: Reads,
    countries: readonly string[],
  ): Promise<(country: string, year: number) => boolean> {
    const calendars = await this.holidays.calendars(reads, countries);
    const years = new Map(calendars.map((calendar) => [calendar.country, calendar.years]));
    return (country, year) => years.get(country)?.includes(year) ?? false;
  }

  /** Reckoned once for every country and year. */
  private ofLibrary(country: string, year: number): readonly LibraryHoliday[] | null {
    const key = `${country} ${year}`;
    const known = this.library.get(key);
    if (known !== undefined) return known;
    const days = libraryHolidays(country, year);
    this.library.set(key, days);
    return days;
  }
}

function yearsOf(fromDay: string, toDay: string): number[] {
  const first = Number(fromDay.slice(0, 4));
  return Array.from({ length: Number(toDay.slice(0, 4)) - first + 1 }, (_, ahead) => first + ahead);
}
