import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, ProblemResponses } from '#libs/platform/http';
import { NoticesReader } from '../app/notices.reader.js';
import { ReadNotices } from '../app/read-notices.js';
import {
  ListNoticesQuery,
  NoticePageResponse,
  NoticeResponse,
  toNoticeResponse,
  UnreadCountResponse,
} from './notification.dto.js';

@ApiTags('notices')
@Controller('api/v1/notices')
@RequirePermission('notice.read')
export class NoticesController {
  constructor(
    private readonly notices: NoticesReader,
    private readonly readNotices: ReadNotices,
    private readonly cursors: Cursors,
  ) {}

  /** Your notices, newest first, of all your organizations. */
  @Get()
  @ApiOperation({ operationId: 'listNotices' })
  @ApiOkResponse({ type: NoticePageResponse })
  async list(@CurrentActor() actor: Actor, @Query() query: ListNoticesQuery): Promise<NoticePageResponse> {
    const unread = query.unread ?? false;
    const scope = `notices ${actor.personId} ${unread}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.notices.list(actor.personId, { unread, after, limit: query.limit + 1 });
    const page = this.cursors.page(rows, query.limit, scope, ({ id }) => id);
    return {
      items: page.items.map(toNoticeResponse),
      nextCursor: page.nextCursor,
      ...(query.total && (await this.notices.total(actor.personId, unread))),
    };
  }

  /** How many notices you have not read. */
  @Get('unread-count')
  @ApiOperation({ operationId: 'countUnreadNotices' })
  @ApiOkResponse({ type: UnreadCountResponse })
  async unreadCount(@CurrentActor() actor: Actor): Promise<UnreadCountResponse> {
    return { unread: await this.notices.countUnread(actor.personId) };
  }

  /** Marks all your notices as read. */
  @Post('read-all')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readAllNotices' })
  @ApiOkResponse({ type: UnreadCountResponse })
  async readAll(@CurrentActor() actor: Actor): Promise<UnreadCountResponse> {
    await this.readNotices.all(actor);
    return { unread: await this.notices.countUnread(actor.personId) };
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
}
