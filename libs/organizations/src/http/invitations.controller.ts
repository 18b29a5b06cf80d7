import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#libs/kernel';
import { CurrentActor, Public, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { AnswerInvitation } from '../app/answer-invitation.js';
import { InvitationsReader } from '../app/invitations.reader.js';
import { RegisterByInvitation } from '../app/register-by-invitation.js';
import {
  InvitationLinkResponse,
  InvitationTokenDto,
  JoinedResponse,
  ReceivedInvitationPageResponse,
  RegisterByInvitationDto,
  RegisteredByInvitationResponse,
  toInvitationLinkResponse,
  toReceivedInvitationResponse,
} from './invitation.dto.js';

@ApiTags('invitations')
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsReader,
    private readonly answerInvitation: AnswerInvitation,
    private readonly registerByInvitation: RegisterByInvitation,
  ) {}

  /** The open invitations to the address of your account, newest first, in one page. */
  @Get()
  @RequirePermission('invitation.accept')
  @ApiOperation({ operationId: 'listInvitations' })
  @ApiOkResponse({ type: ReceivedInvitationPageResponse })
  async list(@CurrentActor() actor: Actor): Promise<ReceivedInvitationPageResponse> {
    const invitations = await this.invitations.received(actor);
    return { items: invitations.map(toReceivedInvitationResponse), nextCursor: null };
  }

  /** What the link of a mail stands for. */
  @Post('lookup')
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'lookUpInvitation' })
  @ApiOkResponse({ type: InvitationLinkResponse })
  @ProblemResponses([409, 'invitation/expired'], [422, 'invitation/invalid'])
  async lookUp(@Body() { token }: InvitationTokenDto): Promise<InvitationLinkResponse> {
    const invitation = await this.invitations.byToken(token);
    return toInvitationLinkResponse(invitation, await this.invitations.hasAccount(invitation));
  }

  /** Makes an account with the link of a mail, which proves the address, and takes the seat. Sign in afterwards. */
  @Post('register')
  @HttpCode(201)
  @Public()
  @ApiOperation({ operationId: 'registerByInvitation' })
  @ApiCreatedResponse({ type: RegisteredByInvitationResponse })
  @ProblemResponses(
    [409, 'invitation/expired', 'account/email-taken'],
    [422, 'invitation/invalid'],
    [503, 'auth/busy'],
  )
  async register(
    @Req() request: FastifyRequest,
    @Body() input: RegisterByInvitationDto,
  ): Promise<RegisteredByInvitationResponse> {
    return this.registerByInvitation.execute(request.id, input);
  }

  /** Takes the seat. The invitation must be to the address of your account. */
  @Post(':id/accept')
  @HttpCode(200)
  @RequirePermission('invitation.accept')
  @ApiOperation({ operationId: 'acceptInvitation' })
  @ApiOkResponse({ type: JoinedResponse })
  @ProblemResponses(404, [
    409,
    'invitation/wrong-state',
    'invitation/expired',
    'organization/already-a-member',
  ])
  async accept(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<JoinedResponse> {
    return this.answerInvitation.accept(actor, id);
  }

  /** Declines it. */
  @Post(':id/decline')
  @HttpCode(204)
  @RequirePermission('invitation.accept')
  @ApiOperation({ operationId: 'declineInvitation' })
  @ApiNoContentResponse()
  @ProblemResponses(404, [409, 'invitation/wrong-state'])
  async decline(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    await this.answerInvitation.decline(actor, id);
  }
}
