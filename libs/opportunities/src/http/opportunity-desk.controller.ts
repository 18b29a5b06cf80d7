import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { OpportunitiesReader } from '../app/opportunities.reader.js';
import { OpportunityDeskReader } from '../app/opportunity-desk.reader.js';
import { OpportunityFacetsReader } from '../app/opportunity-facets.reader.js';
import { filterOf } from './opportunity-pages.js';
import { OpportunityFilterQuery } from './opportunity-query.dto.js';
import { OpportunityDeskResponse, OpportunityFacetsResponse } from './opportunity-response.dto.js';
import {
  OpportunityCheckResponse,
  OpportunityStoryResponse,
  toCheckResponse,
  toStoryResponse,
} from './opportunity-story.dto.js';
import { EditOpportunityDto } from './opportunity.dto.js';
import { PresentOpportunities } from './present-opportunities.js';

/** What stands around opportunities: facets of the list, the own desk, the story of one, its quality check. */
@ApiTags('opportunities')
@Controller('api/v1/opportunities')
export class OpportunityDeskController {
  constructor(
    private readonly desk: OpportunityDeskReader,
    private readonly facets: OpportunityFacetsReader,
    private readonly opportunities: OpportunitiesReader,
    private readonly present: PresentOpportunities,
  ) {}

  /** How many open opportunities each value of each filter has, under the other filters. */
  @Get('facets')
  @RequirePermission('opportunity.read')
  @ApiOperation({ operationId: 'readOpportunityFacets' })
  @ApiOkResponse({ type: OpportunityFacetsResponse })
  async readFacets(@Query() query: OpportunityFilterQuery): Promise<OpportunityFacetsResponse> {
    const { kinds, countries, language, themes, collaboration, markets } = await this.facets.of(
      filterOf(query),
    );
    return {
      kinds: [...kinds],
      countries: [...countries],
      language: [...language],
      themes: [...themes],
      collaboration: [...collaboration],
      markets: [...markets],
    };
  }

  /** The acting organization's opportunities: how many in each state, and what waits for it. */
  @Get('desk')
  @RequirePermission('opportunity.update')
  @ApiOperation({ operationId: 'readOpportunityDesk' })
  @ApiOkResponse({ type: OpportunityDeskResponse })
  async readDesk(@CurrentActor() actor: Actor): Promise<OpportunityDeskResponse> {
    const { counts, waiting } = await this.desk.desk(actor);
    const cards = await this.present.cards(waiting.map(({ opportunity }) => opportunity));
    return {
      counts,
      waiting: cards.flatMap((opportunity, index) => {
        const because = waiting[index]?.because;
        return because ? [{ opportunity, because }] : [];
      }),
    };
  }

  /** Its steps, and what others could read of it when. For its own people and the secretariat. */
  @Get(':id/history')
  @RequirePermission('opportunity.read')
  @ApiOperation({ operationId: 'readOpportunityHistory' })
  @ApiOkResponse({ type: OpportunityStoryResponse })
  @ProblemResponses(404)
  async readHistory(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<OpportunityStoryResponse> {
    const story = await this.desk.story(actor, id);
    return toStoryResponse(await this.opportunities.one(actor, id), story);
  }

  /** What the quality check finds in it, with changes that are not saved yet. Changes nothing. */
  @Post(':id/check')
  @HttpCode(200)
  @RequirePermission('opportunity.update')
  @ApiOperation({ operationId: 'checkOpportunity' })
  @ApiOkResponse({ type: OpportunityCheckResponse })
  @ProblemResponses(404)
  async check(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() changes: EditOpportunityDto,
  ): Promise<OpportunityCheckResponse> {
    return toCheckResponse(await this.desk.findings(actor, id, changes));
  }
}
