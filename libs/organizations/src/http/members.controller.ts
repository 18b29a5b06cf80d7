import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ChangeMember } from '../app/change-member.js';
import { CloseOrganization } from '../app/close-organization.js';
import { LeaveOrganization } from '../app/leave-organization.js';
import { MembersReader } from '../app/members.reader.js';
import { RemoveMember } from '../app/remove-member.js';
import {
  ChangeMemberDto,
  CloseOrganizationDto,
  MemberPageResponse,
  MemberResponse,
  toMemberResponse,
  toOwnershipOfferResponse,
} from './member.dto.js';

@ApiTags('members')
@Controller('api/v1/organizations/:id')
export class MembersController {
  constructor(
    private readonly members: MembersReader,
    private readonly changeMember: ChangeMember,
    private readonly removeMember: RemoveMember,
    private readonly leaveOrganization: LeaveOrganization,
    private readonly closeOrganization: CloseOrganization,
  ) {}

  /** The people of your organization, in one page. */
  @Get('members')
  @RequirePermission('member.read')
  @ApiOperation({ operationId: 'listOrganizationMembers' })
  @ApiOkResponse({ type: MemberPageResponse })
  @ProblemResponses(404)
  async list(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<MemberPageResponse> {
    const members = await this.members.members(actor, id);
    const offer = actor.organization?.id === id ? await this.members.ownershipOffer(id) : undefined;
    return {
      items: members.map(toMemberResponse),
      nextCursor: null,
      ownershipOffer: offer ? toOwnershipOfferResponse(offer) : null,
    };
  }

  /** Gives a member another role, or the signatory mark. One owner must remain. */
  @Patch('members/:personId')
  @RequirePermission('member.manage')
  @ApiOperation({ operationId: 'changeOrganizationMember' })
  @ApiOkResponse({ type: MemberResponse })
  @ProblemResponses(
    404,
    [409, 'member/last-owner'],
    [422, 'organization/unknown-role', 'member/signatory-of-cities-only'],
  )
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) organizationId: string,
    @Param('personId', IdParam) personId: string,
    @IfMatch() version: number,
    @Body() changes: ChangeMemberDto,
  ): Promise<MemberResponse> {
    await this.changeMember.execute(actor, { organizationId, personId }, version, changes);
    return toMemberResponse(await this.members.member(actor, organizationId, personId));
  }

  /** Ends a seat: with the next request the person acts for the organization no more. One owner must remain. */
  @Delete('members/:personId')
  @HttpCode(204)
  @RequirePermission('member.manage')
  @ApiOperation({ operationId: 'removeOrganizationMember' })
  @ApiNoContentResponse()
  @ProblemResponses(404, [409, 'member/last-owner'])
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) organizationId: string,
    @Param('personId', IdParam) personId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.removeMember.execute(actor, { organizationId, personId }, version);
  }

  /** Ends your own seat. One owner must remain. */
  @Post('leave')
  @HttpCode(204)
  @RequirePermission('member.read')
  @ApiOperation({ operationId: 'leaveOrganization' })
  @ApiNoContentResponse()
  @ProblemResponses(404, [409, 'member/last-owner'])
  async leave(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    await this.leaveOrganization.execute(actor, id);
  }

  /** Closes your organization for good: ends its seats, takes its invitations back, hides it. */
  @Post('close')
  @HttpCode(204)
  @RequirePermission('member.manage')
  @ApiOperation({ operationId: 'closeOrganization' })
  @ApiNoContentResponse()
  @ProblemResponses(404, [409, 'organization/wrong-state', 'organization/secretariat-stays'])
  async close(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: CloseOrganizationDto,
  ): Promise<void> {
    await this.closeOrganization.execute(actor, id, reason);
  }
}
