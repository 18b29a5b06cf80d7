import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, ProblemResponses } from '#libs/platform/http';
import { NoticesReader } from '../app/notices.reader.js';
import { ReadNotices } from '../app/read-notices.js';
import { SortNotices } from '../app/sort-notices.js';
import {
  ListNoticesQuery,
  NoticePageResponse,
  NoticeResponse,
  ReadAllNoticesQuery,
  SnoozeNoticeDto,
  toNoticeResponse,
  toUnreadCountResponse,
  UnreadCountResponse,
} from './notification.dto.js';

/** The inbox: one row for each object a person is told of, for all their organizations. */
@ApiTags('notices')
@Controller('api/v1/notices')
@RequirePermission('notice.read')
export class NoticesController {
  constructor(
    private readonly notices: NoticesReader,
    private readonly readNotices: ReadNotices,
    private readonly sort: SortNotices,
    private readonly cursors: Cursors,
  ) {}

  /** Your notices, newest first, of all your organizations: the open ones unless others are asked for. */
  @Get()
  @ApiOperation({ operationId: 'listNotices' })
  @ApiOkResponse({ type: NoticePageResponse })
  async list(@CurrentActor() actor: Actor, @Query() query: ListNoticesQuery): Promise<NoticePageResponse> {
    const { unread = false, group, state = 'open' } = query;
    const filter = { unread, group, state };
    const scope = `notices ${actor.personId} ${state} ${group ?? ''} ${unread}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.notices.list(actor.personId, filter, { after, limit: query.limit + 1 });
    const page = this.cursors.page(rows, query.limit, scope, ({ rankId }) => rankId);
    return {
      items: page.items.map(toNoticeResponse),
      nextCursor: page.nextCursor,
      ...(query.total && (await this.notices.total(actor.personId, filter))),
    };
  }

  /** How many notices you have not read, in all and in each part of the inbox. */
  @Get('unread-count')
  @ApiOperation({ operationId: 'countUnreadNotices' })
  @ApiOkResponse({ type: UnreadCountResponse })
  async unreadCount(@CurrentActor() actor: Actor): Promise<UnreadCountResponse> {
    return toUnreadCountResponse(await this.notices.countGroups(actor.personId));
  }

  /** Marks all your open notices as read, or those in one part of the inbox. */
  @Post('read-all')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readAllNotices' })
  @ApiOkResponse({ type: UnreadCountResponse })
  async readAll(
    @CurrentActor() actor: Actor,
    @Query() { group }: ReadAllNoticesQuery,
  ): Promise<UnreadCountResponse> {
    await this.readNotices.all(actor, group);
    return this.unreadCount(actor);
  }

  /** Marks one of your notices as read; the first time counts. */
  @Post(':id/read')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readNotice' })
  @ApiOkResponse({ type: NoticeResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<NoticeResponse> {
    return toNoticeResponse(await this.readNotices.one(actor, id));
  }

  /** Marks one of your notices as not read. */
  @Post(':id/unread')
  @HttpCode(200)
  @ApiOperation({ operationId: 'markNoticeUnread' })
  @ApiOkResponse({ type: NoticeResponse })
  @ProblemResponses(404)
  async unread(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<NoticeResponse> {
    return toNoticeResponse(await this.readNotices.unread(actor, id));
  }

  /** Puts a notice away, read. Something new about its object brings it back. */
  @Post(':id/archive')
  @HttpCode(200)
  @ApiOperation({ operationId: 'archiveNotice' })
  @ApiOkResponse({ type: NoticeResponse })
  @ProblemResponses(404, [409, 'notice/wrong-state'])
  async archive(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<NoticeResponse> {
    return toNoticeResponse(await this.sort.archive(actor, id));
  }

  /** Puts a notice off: it comes back unread at the time given, or with something new about its object. */
  @Post(':id/snooze')
  @HttpCode(200)
  @ApiOperation({ operationId: 'snoozeNotice' })
  @ApiOkResponse({ type: NoticeResponse })
  @ProblemResponses(404, [422, 'notice/snooze-time-wrong'])
  async snooze(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { until }: SnoozeNoticeDto,
  ): Promise<NoticeResponse> {
    return toNoticeResponse(await this.sort.snooze(actor, id, new Date(until)));
  }

  /** Brings back what was put away or put off. */
  @Post(':id/restore')
  @HttpCode(200)
  @ApiOperation({ operationId: 'restoreNotice' })
  @ApiOkResponse({ type: NoticeResponse })
  @ProblemResponses(404, [409, 'notice/wrong-state'])
  async restore(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<NoticeResponse> {
    return toNoticeResponse(await this.sort.restore(actor, id));
  }
}
