import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import { ActiveOrganizationsReader, CountriesReader, type Country } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { HolidayRepository } from '../data/holiday.repository.js';
import type { Holiday } from '../domain/holiday.js';
import { weekendOf } from '../domain/places.js';

/** A country in the list of calendars. */
export interface ListedCalendar {
  readonly country: Country;
  /** Active organizations there. */
  readonly organizations: number;
  /** Years whose holidays are known, ascending. */
  readonly years: readonly number[];
}

/** One country's year. */
export interface YearCalendar {
  readonly country: Country;
  readonly year: number;
  readonly isKnown: boolean;
  /** ISO weekdays, 7 is Sunday. */
  readonly weekend: readonly number[];
  readonly days: readonly Holiday[];
}

/** All reads of calendars. */
@Injectable()
export class CalendarsReader {
  constructor(
    private readonly database: Database,
    private readonly holidays: HolidayRepository,
    private readonly countries: CountriesReader,
    private readonly organizations: ActiveOrganizationsReader,
  ) {}

  /** Every country with an active organization or a calendar, by its code. */
  async list(): Promise<ListedCalendar[]> {
    const [countries, active, known] = await Promise.all([
      this.countries.byCode(),
      this.organizations.all(),
      this.holidays.calendars(this.database, null),
    ]);
    const years = new Map(known.map((calendar) => [calendar.country, calendar.years]));
    const counts = new Map<string, number>();
    for (const { country } of active) counts.set(country, (counts.get(country) ?? 0) + 1);
    return [...countries.values()]
      .filter(({ code }) => years.has(code) || counts.has(code))
      .map((country) => ({
        country,
        organizations: counts.get(country.code) ?? 0,
        years: years.get(country.code) ?? [],
      }))
      .sort((a, b) => a.country.code.localeCompare(b.country.code));
  }

  /** @throws NotFound for what is no country */
  async year(code: string, year: number): Promise<YearCalendar> {
    const country = (await this.countries.byCode()).get(code);
    if (!country) throw new NotFound();
    const [days, [calendar]] = await Promise.all([
      this.holidays.between(this.database, [code], `${year}-01-01`, `${year}-12-31`),
      this.holidays.calendars(this.database, [code]),
    ]);
    const isKnown = calendar?.years.includes(year) ?? false;
    return { country, year, isKnown, weekend: weekendOf(code), days };
  }
}
