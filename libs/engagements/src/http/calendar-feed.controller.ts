import { Controller, Delete, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { ShownOnce } from '#libs/platform/http';
import { CalendarFeeds } from '../app/calendar-feeds.js';
import { CalendarFeedResponse, NewCalendarFeedResponse } from './calendar-feed.dto.js';

/** The address under which the person's own calendar reads their sessions. */
@ApiTags('engagements')
@Controller('api/v1/calendar-feed')
export class CalendarFeedController {
  constructor(private readonly feeds: CalendarFeeds) {}

  /** Whether there is one. The address itself is kept by nobody. */
  @Get()
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'readCalendarFeed' })
  @ApiOkResponse({ type: CalendarFeedResponse })
  async read(@CurrentActor() actor: Actor): Promise<CalendarFeedResponse> {
    const since = await this.feeds.of(actor);
    return { isOn: since !== undefined, since: since?.toISOString() ?? null };
  }

  /** Makes an address, in the place of the one there was. It is shown once. */
  @Post()
  @HttpCode(200)
  @ShownOnce()
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'renewCalendarFeed' })
  @ApiOkResponse({ type: NewCalendarFeedResponse })
  @Header('cache-control', 'no-store')
  async renew(@CurrentActor() actor: Actor): Promise<NewCalendarFeedResponse> {
    return { url: await this.feeds.renew(actor) };
  }

  /** Revokes the address: whoever knows it reads nothing any more. */
  @Delete()
  @HttpCode(204)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'revokeCalendarFeed' })
  @ApiNoContentResponse()
  async revoke(@CurrentActor() actor: Actor): Promise<void> {
    await this.feeds.revoke(actor);
  }
}
