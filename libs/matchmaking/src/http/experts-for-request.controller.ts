import { Controller, Get, Header, Headers, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, readerLanguage } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { ExpertsForRequestReader } from '../app/experts-for-request.reader.js';
import { MatchDetails } from '../app/match-details.js';
import { RankedExpertsQuery, RankedExpertsResponse, toRankedExpert } from './ranked-expert.dto.js';

/** Who could take a consulting request. */
@ApiTags('consulting')
@Controller('api/v1/consulting-requests')
export class ExpertsForRequestController {
  constructor(
    private readonly experts: ExpertsForRequestReader,
    private readonly details: MatchDetails,
  ) {}

  /**
   * Consultancies by how well they fit, with reasons, what they have to do, and conflicts; for the secretariat, and for
   * whoever asks by name. Labels are in the language of `Accept-Language`.
   */
  @Get(':id/experts')
  @RequirePermission('consulting-request.submit')
  @Header('vary', 'accept-language')
  @ApiOperation({ operationId: 'rankExperts' })
  @ApiOkResponse({ type: RankedExpertsResponse })
  @ProblemResponses(404)
  async rank(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() { limit }: RankedExpertsQuery,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<RankedExpertsResponse> {
    const language = readerLanguage(languages, this.details.languages);
    const ranked = await this.experts.of(actor, id, language, limit);
    return { items: ranked.map(toRankedExpert) };
  }
}
