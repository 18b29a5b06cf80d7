import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { PauseOpportunity } from '../app/pause-opportunity.js';
import { RenewOpportunity } from '../app/renew-opportunity.js';
import { OpportunityResponse } from './opportunity-response.dto.js';
import { RenewOpportunityDto } from './opportunity-verb.dto.js';
import { PresentOpportunities } from './present-opportunities.js';

/** What its own people do with an opportunity between publication and end. */
@ApiTags('opportunities')
@Controller('api/v1/opportunities')
export class OpportunityLifeController {
  constructor(
    private readonly pauseOpportunity: PauseOpportunity,
    private readonly renewOpportunity: RenewOpportunity,
    private readonly present: PresentOpportunities,
  ) {}

  /** Takes back what waits for the look of the secretariat; it is a draft again. */
  @Post(':id/take-back')
  @HttpCode(200)
  @RequirePermission('opportunity.publish')
  @ApiOperation({ operationId: 'takeBackOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(404, [409, 'opportunity/wrong-state'])
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.pauseOpportunity.takeBack(actor, id, version));
  }

  /** Takes it off the lists and out of matching for a while; its time goes on. */
  @Post(':id/pause')
  @HttpCode(200)
  @RequirePermission('opportunity.publish')
  @ApiOperation({ operationId: 'pauseOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(404, [409, 'opportunity/wrong-state'])
  async pause(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.pauseOpportunity.pause(actor, id, version));
  }

  /** Puts it back on the lists. */
  @Post(':id/resume')
  @HttpCode(200)
  @RequirePermission('opportunity.publish')
  @ApiOperation({ operationId: 'resumeOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(
    404,
    [409, 'opportunity/wrong-state', 'opportunity/held'],
    [422, 'opportunity/incomplete', 'opportunity/deadline-passed', 'opportunity/refused-by-check'],
  )
  async resume(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.pauseOpportunity.resume(actor, id, version));
  }

  /** Tells the secretariat, which holds it, that what it asked for is mended. */
  @Post(':id/ask-look')
  @HttpCode(200)
  @RequirePermission('opportunity.publish')
  @ApiOperation({ operationId: 'askLookAtOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(
    404,
    [409, 'opportunity/wrong-state', 'opportunity/not-held'],
    [422, 'opportunity/incomplete', 'opportunity/deadline-passed', 'opportunity/refused-by-check'],
  )
  async askLook(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.pauseOpportunity.askLook(actor, id, version));
  }

  /** Gives it 180 days more, once: in the last 30 days before its end, or after it expired. */
  @Post(':id/renew')
  @HttpCode(200)
  @RequirePermission('opportunity.publish')
  @ApiOperation({ operationId: 'renewOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ApiBody({ type: RenewOpportunityDto, required: false })
  @ProblemResponses(
    404,
    [
      409,
      'opportunity/wrong-state',
      'opportunity/held',
      'opportunity/renewed-before',
      'opportunity/renewal-too-early',
    ],
    [422, 'opportunity/incomplete', 'opportunity/deadline-passed', 'opportunity/refused-by-check'],
  )
  async renew(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: RenewOpportunityDto,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.renewOpportunity.execute(actor, id, input, version));
  }
}
