import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, PageQuery, ProblemResponses } from '#libs/platform/http';
import { ReviewOpportunity } from '../app/review-opportunity.js';
import { OpportunityPages } from './opportunity-pages.js';
import { OpportunityPageResponse, OpportunityResponse } from './opportunity-response.dto.js';
import { ReviewOpportunityDto } from './opportunity-verb.dto.js';
import { PresentOpportunities } from './present-opportunities.js';

/** What the secretariat does with opportunities. */
@ApiTags('opportunities')
@Controller('api/v1/opportunities')
export class OpportunityReviewsController {
  constructor(
    private readonly reviewOpportunity: ReviewOpportunity,
    private readonly pages: OpportunityPages,
    private readonly present: PresentOpportunities,
  ) {}

  /** What waits for the look of the secretariat, oldest first. */
  @Get('reviews')
  @RequirePermission('opportunity.review')
  @ApiOperation({ operationId: 'listOpportunityReviews' })
  @ApiOkResponse({ type: OpportunityPageResponse })
  async list(@Query() query: PageQuery): Promise<OpportunityPageResponse> {
    return this.pages.toLookAt(query);
  }

  /** Publishes what waited for the look, unless the quality check refuses it by now. */
  @Post(':id/approve')
  @HttpCode(200)
  @RequirePermission('opportunity.review')
  @ApiOperation({ operationId: 'approveOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(
    404,
    [409, 'opportunity/wrong-state'],
    [422, 'opportunity/incomplete', 'opportunity/deadline-passed', 'opportunity/refused-by-check'],
  )
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<OpportunityResponse> {
    return this.present.one(
      actor,
      await this.reviewOpportunity.execute(actor, 'approve', id, undefined, version),
    );
  }

  /** Sends back what waited for the look; its owner is told why. */
  @Post(':id/return')
  @HttpCode(200)
  @RequirePermission('opportunity.review')
  @ApiOperation({ operationId: 'returnOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(404, [409, 'opportunity/wrong-state'])
  async sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: ReviewOpportunityDto,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.reviewOpportunity.execute(actor, 'return', id, input, version));
  }

  /** Takes what is published off the lists until its owner has mended it; the owner is told why. */
  @Post(':id/hold')
  @HttpCode(200)
  @RequirePermission('opportunity.review')
  @ApiOperation({ operationId: 'holdOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(404, [409, 'opportunity/wrong-state', 'opportunity/held'])
  async hold(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: ReviewOpportunityDto,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.reviewOpportunity.execute(actor, 'hold', id, input, version));
  }

  /** Puts back on the lists what was held. */
  @Post(':id/release')
  @HttpCode(200)
  @RequirePermission('opportunity.review')
  @ApiOperation({ operationId: 'releaseOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(404, [409, 'opportunity/wrong-state', 'opportunity/not-held'])
  async release(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<OpportunityResponse> {
    return this.present.one(
      actor,
      await this.reviewOpportunity.execute(actor, 'release', id, undefined, version),
    );
  }
}
