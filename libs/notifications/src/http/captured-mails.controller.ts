import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, PageQuery, ProblemResponses } from '#libs/platform/http';
import { CapturedMailsReader } from '../app/captured-mails.reader.js';
import {
  CapturedMailPageResponse,
  CapturedMailResponse,
  toCapturedMailCard,
  toCapturedMailResponse,
} from './captured-mail.dto.js';

/** Mail of the demonstration: shown here because no mail server is set. Elsewhere all of this is 404. */
@ApiTags('captured mail')
@Controller('api/v1/captured-mails')
@RequirePermission('captured-mail.read')
export class CapturedMailsController {
  constructor(
    private readonly mails: CapturedMailsReader,
    private readonly cursors: Cursors,
  ) {}

  /** Mail to you, newest first; to everybody, for administrators of the secretariat. */
  @Get()
  @ApiOperation({ operationId: 'listCapturedMails' })
  @ApiOkResponse({ type: CapturedMailPageResponse })
  @ProblemResponses(404)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<CapturedMailPageResponse> {
    const scope = `captured-mails ${actor.personId} ${actor.organization?.id ?? ''}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.mails.list(actor, { after, limit: query.limit + 1 });
    const page = this.cursors.page(rows, query.limit, scope, ({ id }) => id);
    return {
      items: page.items.map(toCapturedMailCard),
      nextCursor: page.nextCursor,
      ...(query.total && (await this.mails.total(actor))),
    };
  }

  /** One mail as it would have arrived. */
  @Get(':id')
  @ApiOperation({ operationId: 'readCapturedMail' })
  @ApiOkResponse({ type: CapturedMailResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CapturedMailResponse> {
    return toCapturedMailResponse(await this.mails.one(actor, id));
  }
}
