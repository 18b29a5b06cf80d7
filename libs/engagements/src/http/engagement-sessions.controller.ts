import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ConfirmSession } from '../app/confirm-session.js';
import { EndSession } from '../app/end-session.js';
import { ProposeSession } from '../app/propose-session.js';
import { SessionTimesReader } from '../app/session-times.reader.js';
import { WriteMinutes } from '../app/write-minutes.js';
import { EngagementResponse } from './engagement-response.dto.js';
import { PresentEngagement } from './present-engagement.js';
import {
  CancelSessionDto,
  ConfirmSessionDto,
  MissedSessionDto,
  ProposeSessionDto,
  SessionMinutesDto,
  SessionSlotsDto,
  SessionTimesQuery,
} from './session.dto.js';
import { SessionTimesResponse } from './session-response.dto.js';
import { toTimes } from './to-engagement.js';

/** Sessions of an engagement: when, whether, and what came of them. */
@ApiTags('engagements')
@Controller('api/v1/engagements/:id')
export class EngagementSessionsController {
  constructor(
    private readonly times: SessionTimesReader,
    private readonly propose: ProposeSession,
    private readonly choose: ConfirmSession,
    private readonly end: EndSession,
    private readonly writeMinutes: WriteMinutes,
    private readonly present: PresentEngagement,
  ) {}

  /** Who works when on one day, and the best times of the two weeks from it on. */
  @Get('times')
  @RequirePermission('engagement.read')
  @ApiOperation({ operationId: 'findSessionTimes' })
  @ApiOkResponse({ type: SessionTimesResponse })
  @ProblemResponses(404)
  async findTimes(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() query: SessionTimesQuery,
  ): Promise<SessionTimesResponse> {
    return toTimes(await this.times.find(actor, id, query));
  }

  /** Proposes up to three times; the other side chooses. */
  @Post('sessions')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'proposeSession' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state'],
    [422, 'engagement-session/bad-times'],
  )
  async proposeSession(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { slots, place, ...session }: ProposeSessionDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.propose.execute(
      actor,
      id,
      { ...session, place: place ?? null, slots: slots.map((slot) => new Date(slot)) },
      version,
    );
    return this.present.one(actor, id);
  }

  /** Chooses one of the times; a calendar entry goes to both. */
  @Post('sessions/:sessionId/confirm')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'confirmSession' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'engagement-session/wrong-state', 'engagement-session/overlaps'],
    [422, 'engagement-session/bad-times'],
  )
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('sessionId', IdParam) sessionId: string,
    @Body() { startsAt }: ConfirmSessionDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.choose.execute(actor, { engagementId: id, sessionId }, new Date(startsAt), version);
    return this.present.one(actor, id);
  }

  /** Proposes other times. */
  @Post('sessions/:sessionId/move')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'moveSession' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'engagement-session/wrong-state'],
    [422, 'engagement-session/bad-times'],
  )
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('sessionId', IdParam) sessionId: string,
    @Body() { slots }: SessionSlotsDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.propose.move(
      actor,
      { engagementId: id, sessionId },
      slots.map((slot) => new Date(slot)),
      version,
    );
    return this.present.one(actor, id);
  }

  /** Calls a session off before it begins. */
  @Post('sessions/:sessionId/cancel')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'cancelSession' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'engagement-session/wrong-state', 'engagement-session/begun'],
  )
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('sessionId', IdParam) sessionId: string,
    @Body() { reason }: CancelSessionDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.end.cancel(actor, { engagementId: id, sessionId }, reason ?? null, version);
    return this.present.one(actor, id);
  }

  /** Says that somebody did not come. */
  @Post('sessions/:sessionId/miss')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'missSession' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'engagement-session/wrong-state', 'engagement-session/to-come'],
  )
  async miss(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('sessionId', IdParam) sessionId: string,
    @Body() { absent }: MissedSessionDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.end.miss(actor, { engagementId: id, sessionId }, absent, version);
    return this.present.one(actor, id);
  }

  /** Writes the minutes of a session that was held; for the consultant. */
  @Post('sessions/:sessionId/minutes')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'writeMinutes' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'engagement-session/wrong-state', 'engagement-session/to-come'],
  )
  async minutes(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('sessionId', IdParam) sessionId: string,
    @Body() minutes: SessionMinutesDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.writeMinutes.write(actor, { engagementId: id, sessionId }, minutes, version);
    return this.present.one(actor, id);
  }

  /** Confirms the minutes; for the requester. Five days of silence do the same. */
  @Post('sessions/:sessionId/confirm-minutes')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'confirmMinutes' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'engagement-session/minutes-not-waiting'],
  )
  async confirmMinutes(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('sessionId', IdParam) sessionId: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.writeMinutes.confirm(actor, { engagementId: id, sessionId }, version);
    return this.present.one(actor, id);
  }
}
