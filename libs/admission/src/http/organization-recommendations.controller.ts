import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { RecommendationsReader } from '../app/recommendations.reader.js';
import { StandingRecommendationsResponse, toStandingRecommendation } from './recommendation.dto.js';

@ApiTags('admission')
@Controller('api/v1/organizations/:id/recommendations')
export class OrganizationRecommendationsController {
  constructor(private readonly recommendations: RecommendationsReader) {}

  /** Who recommends an organization that takes part, the oldest first. What was taken back is not among them. */
  @Get()
  @RequirePermission('organization.read')
  @ApiOperation({ operationId: 'listOrganizationRecommendations' })
  @ApiOkResponse({ type: StandingRecommendationsResponse })
  @ProblemResponses(404)
  async list(@Param('id', IdParam) id: string): Promise<StandingRecommendationsResponse> {
    return { items: (await this.recommendations.ofOne(id)).map(toStandingRecommendation) };
  }
}
