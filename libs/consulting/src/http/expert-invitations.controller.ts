import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { AcceptInvitation } from '../app/accept-invitation.js';
import { DeclineInvitation } from '../app/decline-invitation.js';
import { ExpertInvitationsReader } from '../app/expert-invitations.reader.js';
import {
  AcceptInvitationDto,
  DeclineInvitationDto,
  ExpertInvitationResponse,
  ExpertInvitationsResponse,
  OwnInvitationsResponse,
  toInvitationResponse,
  toOwnInvitation,
} from './expert-invitation.dto.js';

/** Experts who are asked to take requests. */
@ApiTags('consulting')
@Controller('api/v1')
export class ExpertInvitationsController {
  constructor(
    private readonly invitations: ExpertInvitationsReader,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly declineInvitation: DeclineInvitation,
  ) {}

  /** What the acting organization is asked to take, newest first. */
  @Get('expert-invitations')
  @RequirePermission('expert-invitation.read')
  @ApiOperation({ operationId: 'listExpertInvitations' })
  @ApiOkResponse({ type: OwnInvitationsResponse })
  async list(@CurrentActor() actor: Actor): Promise<OwnInvitationsResponse> {
    return { items: (await this.invitations.own(actor)).map(toOwnInvitation) };
  }

  /** Everybody who was asked to take a request: for whoever asks, and the secretariat. */
  @Get('consulting-requests/:id/invitations')
  @RequirePermission('consulting-request.read')
  @ApiOperation({ operationId: 'listInvitedExperts' })
  @ApiOkResponse({ type: ExpertInvitationsResponse })
  @ProblemResponses(404)
  async ofRequest(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<ExpertInvitationsResponse> {
    return { items: (await this.invitations.ofRequest(actor, id)).map(toInvitationResponse) };
  }

  /** Takes a request, with both declarations; a quote can be written from now on. */
  @Post('expert-invitations/:id/accept')
  @HttpCode(200)
  @RequirePermission('expert-invitation.answer')
  @ApiOperation({ operationId: 'acceptExpertInvitation' })
  @ApiOkResponse({ type: ExpertInvitationResponse })
  @ProblemResponses(
    404,
    [409, 'expert-invitation/wrong-state', 'expert-invitation/over'],
    [422, 'expert-invitation/not-declared'],
  )
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() declared: AcceptInvitationDto,
  ): Promise<ExpertInvitationResponse> {
    return toInvitationResponse(await this.acceptInvitation.execute(actor, id, declared, version));
  }

  /** Does not take a request, also after it was accepted; somebody else can be asked. */
  @Post('expert-invitations/:id/decline')
  @HttpCode(200)
  @RequirePermission('expert-invitation.answer')
  @ApiOperation({ operationId: 'declineExpertInvitation' })
  @ApiOkResponse({ type: ExpertInvitationResponse })
  @ProblemResponses(404, [409, 'expert-invitation/wrong-state'])
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { reason, said = null }: DeclineInvitationDto,
  ): Promise<ExpertInvitationResponse> {
    const answer = { reason, said };
    return toInvitationResponse(await this.declineInvitation.execute(actor, id, answer, version));
  }
}
