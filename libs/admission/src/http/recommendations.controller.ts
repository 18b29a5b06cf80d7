import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { DeclineRecommendation } from '../app/decline-recommendation.js';
import { GiveRecommendation } from '../app/give-recommendation.js';
import { RecommendationsReader } from '../app/recommendations.reader.js';
import { RevokeRecommendation } from '../app/revoke-recommendation.js';
import { SaidDto } from './application.dto.js';
import {
  ListRecommendationsQuery,
  RecommendationPageResponse,
  RecommendationResponse,
  toRecommendationResponse,
} from './recommendation.dto.js';

/** Recommendations your organization was asked for, and those it gave. */
@ApiTags('admission')
@Controller('api/v1/recommendations')
export class RecommendationsController {
  constructor(
    private readonly giveRecommendation: GiveRecommendation,
    private readonly declineRecommendation: DeclineRecommendation,
    private readonly revokeRecommendation: RevokeRecommendation,
    private readonly recommendations: RecommendationsReader,
    private readonly cursors: Cursors,
  ) {}

  /** Of the acting organization, newest first. */
  @Get()
  @RequirePermission('application.read')
  @ApiOperation({ operationId: 'listRecommendations' })
  @ApiOkResponse({ type: RecommendationPageResponse })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListRecommendationsQuery,
  ): Promise<RecommendationPageResponse> {
    const states = [...(query.state ?? [])].sort();
    const scope = `recommendations ${actingOrganization(actor).id} ${states.join()}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.recommendations.own(actor, { states, after, limit: query.limit + 1 });
    const page = this.cursors.page(rows, query.limit, scope, ({ recommendation }) => recommendation.id);
    return {
      items: page.items.map((item) => toRecommendationResponse(actor, item)),
      nextCursor: page.nextCursor,
    };
  }

  /** One of them, with what the applicant says of itself. */
  @Get(':id')
  @RequirePermission('application.read')
  @ApiOperation({ operationId: 'readRecommendation' })
  @ApiOkResponse({ type: RecommendationResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<RecommendationResponse> {
    return toRecommendationResponse(actor, await this.recommendations.one(actor, id));
  }

  /** Vouches for the applicant, in words that all members read. */
  @Post(':id/give')
  @HttpCode(200)
  @RequirePermission('application.recommend')
  @ApiOperation({ operationId: 'giveRecommendation' })
  @ApiOkResponse({ type: RecommendationResponse })
  @ProblemResponses(
    404,
    [409, 'recommendation/wrong-state', 'recommendation/request-over', 'application/wrong-state'],
    [422, 'application/recommender-unknown', 'application/recommender-not-independent'],
  )
  async give(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() said: SaidDto,
  ): Promise<RecommendationResponse> {
    await this.giveRecommendation.execute(actor, id, said, version);
    return toRecommendationResponse(actor, await this.recommendations.one(actor, id));
  }

  /** Declines, with a reason for the applicant. */
  @Post(':id/decline')
  @HttpCode(200)
  @RequirePermission('application.recommend')
  @ApiOperation({ operationId: 'declineRecommendation' })
  @ApiOkResponse({ type: RecommendationResponse })
  @ProblemResponses(404, [
    409,
    'recommendation/wrong-state',
    'recommendation/request-over',
    'application/wrong-state',
  ])
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() said: SaidDto,
  ): Promise<RecommendationResponse> {
    await this.declineRecommendation.execute(actor, id, said, version);
    return toRecommendationResponse(actor, await this.recommendations.one(actor, id));
  }

  /** Takes a recommendation back, with a reason for the secretariat; it is shown no longer. */
  @Post(':id/revoke')
  @HttpCode(200)
  @RequirePermission('application.recommend')
  @ApiOperation({ operationId: 'revokeRecommendation' })
  @ApiOkResponse({ type: RecommendationResponse })
  @ProblemResponses(404, [409, 'recommendation/wrong-state'])
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() said: SaidDto,
  ): Promise<RecommendationResponse> {
    await this.revokeRecommendation.execute(actor, id, said, version);
    return toRecommendationResponse(actor, await this.recommendations.one(actor, id));
  }
}
