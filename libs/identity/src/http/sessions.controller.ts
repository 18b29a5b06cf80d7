import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { EndSession } from '../app/end-session.js';
import { SessionsReader } from '../app/sessions.reader.js';
import { SessionsResponse, toSessionResponse } from './session.dto.js';

@ApiTags('account')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsReader,
    private readonly endSession: EndSession,
  ) {}

  /** Where you are signed in. */
  @Get()
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'listSessions' })
  @ApiOkResponse({ type: SessionsResponse })
  async list(@CurrentActor() { personId, sessionId }: Actor): Promise<SessionsResponse> {
    const live = await this.sessions.live(personId);
    return { items: live.map((session) => toSessionResponse(session, sessionId)) };
  }

  /** Signs out everywhere but here: requests at once, open sockets within seconds. */
  @Post('end-others')
  @HttpCode(204)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'endOtherSessions' })
  @ApiNoContentResponse()
  async endOthers(@CurrentActor() actor: Actor): Promise<void> {
    await this.endSession.others(actor);
  }

  /** Signs out on one device. */
  @Post(':id/end')
  @HttpCode(204)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'endSession' })
  @ApiNoContentResponse()
  @ProblemResponses(404)
  async end(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    await this.endSession.one(actor, id);
  }
}
