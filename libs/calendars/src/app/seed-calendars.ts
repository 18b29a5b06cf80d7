import { Injectable } from '@nestjs/common';
import { ActiveOrganizationsReader } from '#libs/organizations';
import { newId, type Transaction } from '#libs/platform/database';
import { HolidayRepository } from '../data/holiday.repository.js';
import { libraryHolidays } from './library-holidays.js';

/**
 * Fills the calendars of this and the next year for every country an active organization is in. A year that is known
 * is left alone, so that nothing the secretariat has written is ever undone; a country the library does not know
 * stays unknown until somebody writes its holidays.
 */
@Injectable()
export class SeedCalendars {
  constructor(
    private readonly organizations: ActiveOrganizationsReader,
    private readonly holidays: HolidayRepository,
  ) {}

  async execute(tx: Transaction): Promise<void> {
    const countries = [...new Set((await this.organizations.all(tx)).map(({ country }) => country))].sort();
    const known = new Map(
      (await this.holidays.calendars(tx, countries)).map(({ country, years }) => [country, years]),
    );
    const thisYear = (await this.holidays.now(tx)).getUTCFullYear();
    for (const country of countries) {
      for (const year of [thisYear, thisYear + 1]) {
        if (!known.get(country)?.includes(year)) await this.seed(tx, country, year);
      }
    }
  }

  private async seed(tx: Transaction, country: string, year: number): Promise<void> {
    const days = libraryHolidays(country, year);
    if (!days || !(await this.holidays.know(tx, country, year, 'library'))) return;
    await this.holidays.addMissing(
      tx,
      days.map((day) => ({ ...day, id: newId(), country, source: 'library' as const })),
    );
  }
}
