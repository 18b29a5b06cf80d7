import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { HolidayName } from '../domain/holiday.js';
import { KnownHolidays } from './known-holidays.js';

/** For other features: who does not work when. */
@Injectable()
export class Holidays {
  constructor(private readonly known: KnownHolidays) {}

  /** Holidays of countries (ISO 3166-1 alpha-2) from one day to another, both included, in order of days. */
  async between(
    reads: Reads,
    countries: readonly string[],
    fromDay: string,
    toDay: string,
  ): Promise<{ country: string; day: string; name: HolidayName }[]> {
    if (countries.length === 0) return [];
    const rows = await this.known.between(reads, [...new Set(countries)], fromDay, toDay);
    return rows.map(({ country, day, name, language, nameEn }) => ({
      country,
      day,
      name: { local: name, language, en: nameEn },
    }));
  }

  /** Those of `countries` whose holidays of a year are not known: "no calendar known" has to be shown. */
  async unknown(reads: Reads, countries: readonly string[], year: number): Promise<string[]> {
    const unknown: string[] = [];
    for (const country of new Set(countries)) {
      if (!(await this.known.knows(reads, country, [year]))) unknown.push(country);
    }
    return unknown;
  }
}
