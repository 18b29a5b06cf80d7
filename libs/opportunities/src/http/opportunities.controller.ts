import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { CreateOpportunity } from '../app/create-opportunity.js';
import { EditOpportunity } from '../app/edit-opportunity.js';
import { OpportunitiesReader } from '../app/opportunities.reader.js';
import { PublishOpportunity } from '../app/publish-opportunity.js';
import { OpportunityPages } from './opportunity-pages.js';
import { ListOpportunitiesQuery } from './opportunity-query.dto.js';
import { OpportunityPageResponse, OpportunityResponse } from './opportunity-response.dto.js';
import { CreateOpportunityDto, EditOpportunityDto } from './opportunity.dto.js';
import { PresentOpportunities } from './present-opportunities.js';

@ApiTags('opportunities')
@Controller('api/v1/opportunities')
export class OpportunitiesController {
  constructor(
    private readonly createOpportunity: CreateOpportunity,
    private readonly editOpportunity: EditOpportunity,
    private readonly publishOpportunity: PublishOpportunity,
    private readonly opportunities: OpportunitiesReader,
    private readonly pages: OpportunityPages,
    private readonly present: PresentOpportunities,
  ) {}

  /** Begins an opportunity, as a draft of the acting organization. */
  @Post()
  @RequirePermission('opportunity.create')
  @ApiOperation({ operationId: 'createOpportunity' })
  @ApiCreatedResponse({ type: OpportunityResponse })
  @ProblemResponses([422, 'taxonomy/unknown-code'])
  async create(
    @CurrentActor() actor: Actor,
    @Body() input: CreateOpportunityDto,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.createOpportunity.execute(actor, input));
  }

  /** What is published and still open, newest first; or the acting organization's own. */
  @Get()
  @RequirePermission('opportunity.read')
  @ApiOperation({ operationId: 'listOpportunities' })
  @ApiOkResponse({ type: OpportunityPageResponse })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListOpportunitiesQuery,
  ): Promise<OpportunityPageResponse> {
    return this.pages.read(actor, query);
  }

  /** One opportunity: yours, or one that is or was published. */
  @Get(':id')
  @RequirePermission('opportunity.read')
  @ApiOperation({ operationId: 'readOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.opportunities.one(actor, id));
  }

  /** Replaces the sent fields; null clears one. What is published stays so and is matched anew. */
  @Patch(':id')
  @RequirePermission('opportunity.update')
  @ApiOperation({ operationId: 'editOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(
    404,
    [409, 'opportunity/not-editable'],
    [422, 'opportunity/incomplete', 'opportunity/deadline-passed', 'opportunity/refused-by-check'],
  )
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() changes: EditOpportunityDto,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.editOpportunity.execute(actor, id, changes, version));
  }

  /** Opens a draft to everybody and starts matching; or hands it to the secretariat where the check asks for a look. */
  @Post(':id/publish')
  @HttpCode(200)
  @RequirePermission('opportunity.publish')
  @ApiOperation({ operationId: 'publishOpportunity' })
  @ApiOkResponse({ type: OpportunityResponse })
  @ProblemResponses(
    404,
    [409, 'opportunity/wrong-state'],
    [422, 'opportunity/incomplete', 'opportunity/deadline-passed', 'opportunity/refused-by-check'],
  )
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<OpportunityResponse> {
    return this.present.one(actor, await this.publishOpportunity.execute(actor, id, version));
  }
}
