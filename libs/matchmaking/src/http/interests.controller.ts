import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { AcceptInterest } from '../app/accept-interest.js';
import { DeclineInterest } from '../app/decline-interest.js';
import { InterestDetails } from '../app/interest-details.js';
import { InterestsReader } from '../app/interests.reader.js';
import { WithdrawInterest } from '../app/withdraw-interest.js';
import type { Interest } from '../domain/interest.js';
import {
  DeclineInterestDto,
  InterestPageResponse,
  InterestResponse,
  ListInterestsQuery,
  toInterestResponse,
} from './interest.dto.js';

@ApiTags('interests')
@Controller('api/v1/interests')
export class InterestsController {
  constructor(
    private readonly interests: InterestsReader,
    private readonly details: InterestDetails,
    private readonly acceptInterest: AcceptInterest,
    private readonly declineInterest: DeclineInterest,
    private readonly withdrawInterest: WithdrawInterest,
    private readonly cursors: Cursors,
  ) {}

  /** Interests the acting organization received or sent, newest first. */
  @Get()
  @RequirePermission('interest.read')
  @ApiOperation({ operationId: 'listInterests' })
  @ApiOkResponse({ type: InterestPageResponse })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListInterestsQuery,
  ): Promise<InterestPageResponse> {
    const { direction = null, state: states = [] } = query;
    const own = actingOrganization(actor).id;
    const scope = `interests ${own} ${direction ?? ''} ${[...states].sort().join()}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.interests.list(actor, { direction, states }, after, query.limit + 1);
    const page = this.cursors.page(rows, query.limit, scope, (interest) => interest.id);
    const detailed = await this.details.describe(actor, page.items);
    return {
      items: detailed.map((interest) => toInterestResponse(actor, interest)),
      nextCursor: page.nextCursor,
      ...(query.total && (await this.interests.count(actor, { direction, states }))),
    };
  }

  /** One interest the acting organization received or sent. */
  @Get(':id')
  @RequirePermission('interest.read')
  @ApiOperation({ operationId: 'readInterest' })
  @ApiOkResponse({ type: InterestResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<InterestResponse> {
    return this.describe(actor, await this.interests.one(actor, id));
  }

  /** Accepts a received interest and opens the conversation of the two persons. */
  @Post(':id/accept')
  @HttpCode(200)
  @RequirePermission('interest.answer')
  @ApiOperation({ operationId: 'acceptInterest' })
  @ApiOkResponse({ type: InterestResponse })
  @ProblemResponses(404, [409, 'interest/wrong-state', 'match/closed'])
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<InterestResponse> {
    return this.describe(actor, await this.acceptInterest.execute(actor, id, version));
  }

  /** Says no to a received interest; the sender is told, with the reason if you give one. */
  @Post(':id/decline')
  @HttpCode(200)
  @RequirePermission('interest.answer')
  @ApiOperation({ operationId: 'declineInterest' })
  @ApiOkResponse({ type: InterestResponse })
  @ProblemResponses(404, [409, 'interest/wrong-state'])
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { reason }: DeclineInterestDto,
  ): Promise<InterestResponse> {
    return this.describe(actor, await this.declineInterest.execute(actor, id, reason, version));
  }

  /** Takes back a sent interest nobody has answered yet; the receiver is told. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @RequirePermission('interest.send')
  @ApiOperation({ operationId: 'withdrawInterest' })
  @ApiOkResponse({ type: InterestResponse })
  @ProblemResponses(404, [409, 'interest/wrong-state'])
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<InterestResponse> {
    return this.describe(actor, await this.withdrawInterest.execute(actor, id, version));
  }

  private async describe(actor: Actor, interest: Interest): Promise<InterestResponse> {
    return toInterestResponse(actor, await this.details.describeOne(actor, interest));
  }
}
