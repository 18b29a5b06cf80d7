import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
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
import { InvitationsReader } from '../app/invitations.reader.js';
import { InviteMember } from '../app/invite-member.js';
import { ManageInvitation } from '../app/manage-invitation.js';
import {
  InvitationPageResponse,
  InvitationResponse,
  InviteMemberDto,
  toInvitationResponse,
} from './invitation.dto.js';

@ApiTags('invitations')
@Controller('api/v1/organizations/:id/invitations')
export class OrganizationInvitationsController {
  constructor(
    private readonly invitations: InvitationsReader,
    private readonly inviteMember: InviteMember,
    private readonly manageInvitation: ManageInvitation,
  ) {}

  /** Your organization's open invitations, or those to the first owner of another, newest first, in one page. */
  @Get()
  @RequirePermission('member.manage')
  @ApiOperation({ operationId: 'listOrganizationInvitations' })
  @ApiOkResponse({ type: InvitationPageResponse })
  @ProblemResponses(404)
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<InvitationPageResponse> {
    const invitations = await this.invitations.ofOrganization(actor, id);
    return { items: invitations.map(toInvitationResponse), nextCursor: null };
  }

  /**
   * Invites somebody by address; a mail with a link that works once goes there. Administrators of the secretariat
   * invite the first owner of an organization in which nobody has a seat.
   */
  @Post()
  @RequirePermission('member.manage')
  @ApiOperation({ operationId: 'inviteMember' })
  @ApiCreatedResponse({ type: InvitationResponse })
  @ProblemResponses(
    404,
    [409, 'invitation/already-sent', 'organization/already-a-member'],
    [422, 'organization/unknown-role', 'member/signatory-of-cities-only', 'member/first-is-owner'],
  )
  async invite(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: InviteMemberDto,
  ): Promise<InvitationResponse> {
    return toInvitationResponse(await this.inviteMember.execute(actor, id, input));
  }

  /** Sends it again with a new link and a new term; the earlier link is void. */
  @Post(':invitationId/resend')
  @HttpCode(200)
  @RequirePermission('member.manage')
  @ApiOperation({ operationId: 'resendInvitation' })
  @ApiOkResponse({ type: InvitationResponse })
  @ProblemResponses(404)
  async resend(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) organizationId: string,
    @Param('invitationId', IdParam) invitationId: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<InvitationResponse> {
    const ref = { organizationId, invitationId };
    return toInvitationResponse(await this.manageInvitation.resend(actor, ref, version));
  }

  /** Takes an invitation back; its link is void. */
  @Delete(':invitationId')
  @HttpCode(204)
  @RequirePermission('member.manage')
  @ApiOperation({ operationId: 'revokeInvitation' })
  @ApiNoContentResponse()
  @ProblemResponses(404)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) organizationId: string,
    @Param('invitationId', IdParam) invitationId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.manageInvitation.revoke(actor, { organizationId, invitationId }, version);
  }
}
