import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { MembershipsReader } from '../app/memberships.reader.js';
import { PutToVote } from '../app/put-to-vote.js';
import { ReceiveFee } from '../app/receive-fee.js';
import { RecordRatification } from '../app/record-ratification.js';
import { RejectMembership } from '../app/reject-membership.js';
import {
  MembershipResponse,
  PutToVoteDto,
  ReceiveFeeDto,
  RecordRatificationDto,
  RejectMembershipDto,
  toMembershipResponse,
} from './membership.dto.js';

/** What the secretariat does with memberships. */
@ApiTags('memberships')
@RequirePermission('membership.decide')
@Controller('api/v1/memberships/:id')
export class MembershipDecisionsController {
  constructor(
    private readonly putToVote: PutToVote,
    private readonly rejectMembership: RejectMembership,
    private readonly receiveFee: ReceiveFee,
    private readonly recordRatification: RecordRatification,
    private readonly memberships: MembershipsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Opens the vote of the Executive Committee: the electorate is computed now and frozen, for 14 days. */
  @Post('put-to-vote')
  @HttpCode(200)
  @ApiOperation({ operationId: 'putMembershipToVote' })
  @ApiOkResponse({ type: MembershipResponse })
  @ProblemResponses(
    404,
    [409, 'membership/wrong-state', 'vote/quorum-out-of-reach'],
    [422, 'membership/two-currencies'],
  )
  async vote(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { secrecy, admissionFee, annualFee }: PutToVoteDto,
  ): Promise<MembershipResponse> {
    const fees = { admission: { ...admissionFee }, annual: { ...annualFee } };
    await this.putToVote.execute(actor, id, { secrecy, fees }, version);
    return this.present(actor, id);
  }

  /** Refuses a request before any vote, with a reason that the applicant reads. */
  @Post('reject')
  @HttpCode(200)
  @ApiOperation({ operationId: 'rejectMembership' })
  @ApiOkResponse({ type: MembershipResponse })
  @ProblemResponses(404, [409, 'membership/wrong-state'])
  async reject(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { reason }: RejectMembershipDto,
  ): Promise<MembershipResponse> {
    await this.rejectMembership.execute(actor, id, reason, version);
    return this.present(actor, id);
  }

  /** Records that the fee which is due was received: the first makes a member, later ones renew the term. */
  @Post('receive-fee')
  @HttpCode(200)
  @ApiOperation({ operationId: 'receiveMembershipFee' })
  @ApiOkResponse({ type: MembershipResponse })
  @ProblemResponses(
    404,
    [409, 'membership/wrong-state', 'membership/not-ratified'],
    [422, 'membership/fee-differs', 'membership/day-to-come', 'membership/term-over'],
  )
  async receive(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() receipt: ReceiveFeeDto,
  ): Promise<MembershipResponse> {
    await this.receiveFee.execute(actor, id, receipt, version);
    return this.present(actor, id);
  }

  /** Records what the General Assembly resolved; a membership that is not ratified is suspended. */
  @Post('ratify')
  @HttpCode(200)
  @ApiOperation({ operationId: 'recordRatification' })
  @ApiOkResponse({ type: MembershipResponse })
  @ProblemResponses(404, [409, 'membership/nothing-to-ratify'], [422, 'membership/day-to-come'])
  async ratify(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { reason, ...resolution }: RecordRatificationDto,
  ): Promise<MembershipResponse> {
    await this.recordRatification.execute(actor, id, { ...resolution, reason: reason ?? null }, version);
    return this.present(actor, id);
  }

  private async present(actor: Actor, id: string): Promise<MembershipResponse> {
    const { membership, steps } = await this.memberships.one(actor, id);
    const cards = await this.organizations.cards([membership.organizationId]);
    return toMembershipResponse(actor, membership, steps, cards);
  }
}
