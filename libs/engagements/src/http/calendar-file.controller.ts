import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotFound } from '#libs/kernel';
import { Public } from '#libs/platform/auth';
import { ProblemResponses } from '#libs/platform/http';
import { CalendarFeeds } from '../app/calendar-feeds.js';

const FILE = /^([\w-]{43})\.ics$/;

/** Calendars cannot sign in: who knows the secret may read. */
@ApiTags('engagements')
@Controller('api/v1/calendar-feeds')
export class CalendarFileController {
  constructor(private readonly feeds: CalendarFeeds) {}

  /** Sessions of the person whose secret it is, as an iCalendar file (RFC 5545); times in UTC. */
  @Get(':file')
  @Public()
  @ApiOperation({ operationId: 'readCalendarFile' })
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  @ProblemResponses(404)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  @Header('x-robots-tag', 'noindex')
  async read(@Param('file') file: string): Promise<string> {
    const secret = FILE.exec(file)?.[1];
    if (secret === undefined) throw new NotFound();
    return this.feeds.read(secret);
  }
}
