import { Module } from '@nestjs/common';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { CalendarsReader } from './app/calendars.reader.js';
import { Holidays } from './app/holidays.js';
import { KeepCalendar } from './app/keep-calendar.js';
import { KnownHolidays } from './app/known-holidays.js';
import { SeedCalendars } from './app/seed-calendars.js';
import { WorkingDays } from './app/working-days.js';
import { HolidayRepository } from './data/holiday.repository.js';
import { HolidayYearEntity } from './data/holiday-year.entity.js';
import { HolidayEntity } from './data/holiday.entity.js';

const DOOR = [WorkingDays, Holidays];

@Module({
  imports: [featureEntities([HolidayEntity, HolidayYearEntity]), OrganizationsModule],
  providers: [HolidayRepository, KnownHolidays, CalendarsReader, KeepCalendar, SeedCalendars, ...DOOR],
  exports: [CalendarsReader, KeepCalendar, SeedCalendars, ...DOOR],
})
export class CalendarsModule {}
