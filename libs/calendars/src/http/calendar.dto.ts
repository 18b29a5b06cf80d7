import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { Actor } from '#libs/kernel';
import { IfSent, IsDay, IsLanguageTag, IsLine } from '#libs/platform/fields';
import type { ListedCalendar, YearCalendar } from '../app/calendars.reader.js';
import {
  FIRST_YEAR,
  type Holiday,
  HOLIDAY_SOURCES,
  type HolidaySource,
  LAST_YEAR,
} from '../domain/holiday.js';

const MAX_NAME = 200;

export class CalendarYearQuery {
  /** @example 2026 */
  @Type(() => Number)
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year: number;
}

/** Says that the holidays of a year are complete. */
export class CompleteYearDto {
  /** @example 2027 */
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year: number;
}

export class AddHolidayDto {
  /** @example 2026-10-02 */
  @IsDay()
  day: string;

  /**
   * As the country calls it.
   * @example घटस्थापना
   */
  @IsLine(MAX_NAME)
  name: string;

  /**
   * BCP 47 of `name`.
   * @example ne
   */
  @IsLanguageTag()
  language: string;

  /** @example Ghatasthapana */
  @IsLine(MAX_NAME)
  nameEn: string;
}

/** Replaces the names that are sent. */
export class RenameHolidayDto {
  /** @example घटस्थापना */
  @IfSent()
  @IsLine(MAX_NAME)
  name?: string;

  /** @example ne */
  @IfSent()
  @IsLanguageTag()
  language?: string;

  /** @example Ghatasthapana */
  @IfSent()
  @IsLine(MAX_NAME)
  nameEn?: string;
}

/** A day on which nobody works. */
export class HolidayResponse {
  id: string;
  country: string;
  day: string;
  name: string;
  language: string;
  nameEn: string;

  /** Found by the library, or written by the secretariat. */
  @ApiProperty({ enum: HOLIDAY_SOURCES })
  source: HolidaySource;
  version: number;
}

export class ListedCalendarResponse {
  /**
   * ISO 3166-1 alpha-2.
   * @example KR
   */
  country: string;

  /** Active organizations there. */
  organizations: number;

  /** Years whose holidays are known. */
  years: number[];
}

export class CalendarsResponse {
  items: ListedCalendarResponse[];
}

export class CalendarAbilitiesResponse {
  /** Add, name and remove holidays, and say that a year is complete. */
  manage: boolean;
}

export class YearCalendarResponse {
  country: string;
  year: number;

  /** False: nobody has told the holidays of this year. */
  isKnown: boolean;

  /** ISO weekdays on which nobody works, 7 is Sunday. */
  weekend: number[];
  days: HolidayResponse[];
  abilities: CalendarAbilitiesResponse;
}

export function toListedCalendar({ country, organizations, years }: ListedCalendar): ListedCalendarResponse {
  return { country: country.code, organizations, years: [...years] };
}

export function toYearCalendar(actor: Actor, calendar: YearCalendar): YearCalendarResponse {
  const { country, year, isKnown, weekend, days } = calendar;
  return {
    ...{ country: country.code, year, isKnown, weekend: [...weekend] },
    days: days.map(toHolidayResponse),
    abilities: { manage: actor.permissions.has('calendar.manage') },
  };
}

export function toHolidayResponse(holiday: Holiday): HolidayResponse {
  const { id, country, day, name, language, nameEn, source, version } = holiday;
  return { id, country, day, name, language, nameEn, source, version };
}
