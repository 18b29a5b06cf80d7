import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { ProblemResponses } from '#libs/platform/http';
import { EnterMembership } from '../app/enter-membership.js';
import { MembershipsReader } from '../app/memberships.reader.js';
import { UnenteredMembersReader } from '../app/unentered-members.reader.js';
import { EnterMembershipDto, UnenteredMembersResponse } from './enter-membership.dto.js';
import { MembershipResponse, toMembershipResponse } from './membership.dto.js';
import { named } from './named-organization.dto.js';

/** Members that are older than the network: they came in by the list, and the secretariat opens their fee books. */
@ApiTags('memberships')
@RequirePermission('membership.decide')
@Controller('api/v1/memberships')
export class ListedMembersController {
  constructor(
    private readonly enterMembership: EnterMembership,
    private readonly unentered: UnenteredMembersReader,
    private readonly memberships: MembershipsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Member cities that have no membership on the books yet: no term, no fee, no reminder. */
  @Get('unentered')
  @ApiOperation({ operationId: 'listUnenteredMembers' })
  @ApiOkResponse({ type: UnenteredMembersResponse })
  async list(): Promise<UnenteredMembersResponse> {
    const ids = await this.unentered.ids();
    const cards = await this.organizations.cards(ids);
    return { items: ids.map((id) => named(cards, id)) };
  }

  /** Enters the membership of a member of the list: active, with its annual fee and the end of its term. */
  @Post('enter')
  @ApiOperation({ operationId: 'enterMembership' })
  @ApiCreatedResponse({ type: MembershipResponse })
  @ProblemResponses(
    [409, 'membership/already-under-way'],
    [422, 'membership/not-on-the-list', 'membership/term-over', 'membership/day-to-come'],
  )
  async enter(@CurrentActor() actor: Actor, @Body() input: EnterMembershipDto): Promise<MembershipResponse> {
    const { annualFee, memberSince, ...rest } = input;
    const entry = { ...rest, annualFee: { ...annualFee }, memberSince: memberSince ?? null };
    const { id } = await this.enterMembership.execute(actor, entry);
    const { membership, steps } = await this.memberships.one(actor, id);
    const cards = await this.organizations.cards([membership.organizationId]);
    return toMembershipResponse(actor, membership, steps, cards);
  }
}
