import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { CalendarsReader } from '../app/calendars.reader.js';
import { KeepCalendar } from '../app/keep-calendar.js';
import {
  AddHolidayDto,
  CalendarsResponse,
  CalendarYearQuery,
  CompleteYearDto,
  HolidayResponse,
  RenameHolidayDto,
  toHolidayResponse,
  toListedCalendar,
  toYearCalendar,
  YearCalendarResponse,
} from './calendar.dto.js';

/** Holidays of countries, from a library and by the secretariat's hand. */
@ApiTags('calendars')
@Controller('api/v1/calendars')
export class CalendarsController {
  constructor(
    private readonly calendars: CalendarsReader,
    private readonly keep: KeepCalendar,
  ) {}

  /** Countries with an active organization or a calendar, by their code. */
  @Get()
  @RequirePermission('calendar.read')
  @ApiOperation({ operationId: 'listCalendars' })
  @ApiOkResponse({ type: CalendarsResponse })
  async list(): Promise<CalendarsResponse> {
    return { items: (await this.calendars.list()).map(toListedCalendar) };
  }

  /** One year of a country (ISO 3166-1 alpha-2). */
  @Get(':country')
  @RequirePermission('calendar.read')
  @ApiOperation({ operationId: 'readCalendar' })
  @ApiOkResponse({ type: YearCalendarResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('country') country: string,
    @Query() { year }: CalendarYearQuery,
  ): Promise<YearCalendarResponse> {
    return toYearCalendar(actor, await this.calendars.year(country, year));
  }

  /** Adds a holiday to a country. */
  @Post(':country/days')
  @RequirePermission('calendar.manage')
  @ApiOperation({ operationId: 'addHoliday' })
  @ApiCreatedResponse({ type: HolidayResponse })
  @ProblemResponses(404, [409, 'calendar/holiday-exists'], [422, 'calendar/year-out-of-range'])
  async add(
    @CurrentActor() actor: Actor,
    @Param('country') country: string,
    @Body() { day, ...words }: AddHolidayDto,
  ): Promise<HolidayResponse> {
    return toHolidayResponse(await this.keep.add(actor, country, day, words));
  }

  /** Says that the holidays of a year are complete, so that working days can be counted. */
  @Post(':country/years')
  @HttpCode(200)
  @RequirePermission('calendar.manage')
  @ApiOperation({ operationId: 'completeCalendarYear' })
  @ApiOkResponse({ type: YearCalendarResponse })
  @ProblemResponses(404)
  async complete(
    @CurrentActor() actor: Actor,
    @Param('country') country: string,
    @Body() { year }: CompleteYearDto,
  ): Promise<YearCalendarResponse> {
    await this.keep.complete(actor, country, year);
    return toYearCalendar(actor, await this.calendars.year(country, year));
  }

  /** Names a holiday anew. */
  @Patch('days/:id')
  @RequirePermission('calendar.manage')
  @ApiOperation({ operationId: 'renameHoliday' })
  @ApiOkResponse({ type: HolidayResponse })
  @ProblemResponses(404)
  async rename(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() words: RenameHolidayDto,
  ): Promise<HolidayResponse> {
    return toHolidayResponse(await this.keep.rename(actor, id, words, version));
  }

  /** Takes a holiday away; the library does not bring it back. */
  @Delete('days/:id')
  @HttpCode(204)
  @RequirePermission('calendar.manage')
  @ApiOperation({ operationId: 'removeHoliday' })
  @ApiNoContentResponse()
  @ProblemResponses(404)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.keep.remove(actor, id, version);
  }
}
