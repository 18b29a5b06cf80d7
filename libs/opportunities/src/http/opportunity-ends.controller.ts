import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { CloseOpportunity } from '../app/close-opportunity.js';
import { FillOpportunity } from '../app/fill-opportunity.js';
import { OpportunityResponse } from './opportunity-response.dto.js';
import { CloseOpportunityDto, FillOpportunityDto } from './opportunity-verb.dto.js';
import { PresentOpportunities } from './present-opportunities.js';

/** How an opportunity ends. */
@ApiTags('opportunities')
@Controller('api/v1/opportunities')
export class OpportunityEndsController {
  constructor(
    private readonly fillOpportunity: FillOpportunity,
    private readonly closeOpportunity: CloseOpportunity,
    private readonly present: PresentOpportunities,
  ) {}

  /** Ends an opportunity that found its partner; with whom and with what outcome may be told later. */
  @Post(':id/fill')
  @HttpCode(200)
  @RequirePermission('opportunity.close')
  @ApiOperation({ operationId: 'fillOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(
    404,
    [409, 'opportunity/wrong-state'],
    [422, 'opportunity/unknown-partner', 'opportunity/two-partners'],
  )
  async fill(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: FillOpportunityDto,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.fillOpportunity.execute(actor, id, input, version));
  }

  /** Says afterwards with whom it was filled, and what came of it. */
  @Post(':id/report-outcome')
  @HttpCode(200)
  @RequirePermission('opportunity.close')
  @ApiOperation({ operationId: 'reportOpportunityOutcome' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(
    404,
    [409, 'opportunity/wrong-state'],
    [422, 'opportunity/unknown-partner', 'opportunity/two-partners'],
  )
  async reportOutcome(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: FillOpportunityDto,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.fillOpportunity.reportOutcome(actor, id, input, version));
  }

  /** Ends an opportunity without a partner and takes it off the lists. */
  @Post(':id/close')
  @HttpCode(200)
  @RequirePermission('opportunity.close')
  @ApiOperation({ operationId: 'closeOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ApiBody({ type: CloseOpportunityDto, required: false })
  @ProblemResponses(404, [409, 'opportunity/wrong-state'])
  async close(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: CloseOpportunityDto,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.closeOpportunity.execute(actor, id, version, input));
  }

  /** Puts a draft away that is not wanted any more. */
  @Post(':id/discard')
  @HttpCode(200)
  @RequirePermission('opportunity.close')
  @ApiOperation({ operationId: 'discardOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(404, [409, 'opportunity/wrong-state'])
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.closeOpportunity.discard(actor, id, version));
  }
}
