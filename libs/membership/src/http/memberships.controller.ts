import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ApplyForMembership } from '../app/apply-for-membership.js';
import { MembershipsReader } from '../app/memberships.reader.js';
import { WithdrawMembership } from '../app/withdraw-membership.js';
import {
  ApplyForMembershipDto,
  ListMembershipsQuery,
  MembershipPageResponse,
  MembershipResponse,
  toMembershipCard,
  toMembershipResponse,
} from './membership.dto.js';

@ApiTags('memberships')
@Controller('api/v1/memberships')
export class MembershipsController {
  constructor(
    private readonly applyForMembership: ApplyForMembership,
    private readonly withdrawMembership: WithdrawMembership,
    private readonly memberships: MembershipsReader,
    private readonly organizations: OrganizationsReader,
    private readonly cursors: Cursors,
  ) {}

  /** Asks for full TPO membership of the acting organization, an active participant. */
  @Post()
  @RequirePermission('membership.apply')
  @ApiOperation({ operationId: 'applyForMembership' })
  @ApiCreatedResponse({ type: MembershipResponse })
  @ProblemResponses([
    409,
    'membership/not-eligible',
    'membership/already-a-member',
    'membership/already-under-way',
  ])
  async apply(
    @CurrentActor() actor: Actor,
    @Body() input: ApplyForMembershipDto,
  ): Promise<MembershipResponse> {
    return this.present(actor, (await this.applyForMembership.execute(actor, input)).id);
  }

  /** Memberships and requests, newest first: the acting organization's own, or all for the secretariat. */
  @Get()
  @RequirePermission('membership.read')
  @ApiOperation({ operationId: 'listMemberships' })
  @ApiOkResponse({ type: MembershipPageResponse })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListMembershipsQuery,
  ): Promise<MembershipPageResponse> {
    const { state: states = [], toBeRatified = false } = query;
    const scope = `memberships ${actingOrganization(actor).id} ${[...states].sort().join()} ${toBeRatified}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.memberships.list(actor, { states, toBeRatified }, after, query.limit + 1);
    const cards = await this.organizations.cards(rows.map(({ organizationId }) => organizationId));
    const { items, nextCursor } = this.cursors.page(rows, query.limit, scope, ({ id }) => id);
    return { items: items.map((membership) => toMembershipCard(actor, membership, cards)), nextCursor };
  }

  /** One membership with its history, for its organization and the secretariat. */
  @Get(':id')
  @RequirePermission('membership.read')
  @ApiOperation({ operationId: 'readMembership' })
  @ApiOkResponse({ type: MembershipResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<MembershipResponse> {
    return this.present(actor, id);
  }

  /** Takes a request back, or leaves the TPO; the organization remains a participant of the network. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @RequirePermission('membership.apply')
  @ApiOperation({ operationId: 'withdrawMembership' })
  @ApiOkResponse({ type: MembershipResponse })
  @ProblemResponses(404, [409, 'membership/wrong-state'])
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<MembershipResponse> {
    return this.present(actor, (await this.withdrawMembership.execute(actor, id, version)).id);
  }

  private async present(actor: Actor, id: string): Promise<MembershipResponse> {
    const { membership, steps } = await this.memberships.one(actor, id);
    const cards = await this.organizations.cards([membership.organizationId]);
    return toMembershipResponse(actor, membership, steps, cards);
  }
}
