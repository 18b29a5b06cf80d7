import { Controller, Get, Header, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization, readerLanguage } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ProspectsReader } from '../app/explain/prospects.reader.js';
import { WhyNotHigherReader } from '../app/explain/why-not-higher.reader.js';
import { MatchDetails } from '../app/match-details.js';
import { RestoreMatch } from '../app/restore-match.js';
import { MatchResponse, subjectOf, toMatchResponse } from './match.dto.js';
import {
  MatchProspectsQuery,
  MatchProspectsResponse,
  toProspectsResponse,
  toWhyNotHigherResponse,
  WhyNotHigherResponse,
} from './match-explanation.dto.js';

/** What a match, or a list of them, would gain by one fact more; and the way back of one put away. */
@ApiTags('matches')
@Controller('api/v1')
export class MatchExplanationsController {
  constructor(
    private readonly whyNotHigher: WhyNotHigherReader,
    private readonly prospects: ProspectsReader,
    private readonly restoreMatch: RestoreMatch,
    private readonly details: MatchDetails,
  ) {}

  /**
   * Why a match does not fit better: the two are compared again, as they are today, with each fact that either side
   * could add. Labels are in the language of `Accept-Language`.
   */
  @Get('matches/:id/why-not-higher')
  @RequirePermission('match.read')
  @Header('vary', 'accept-language')
  @ApiOperation({ operationId: 'readWhyNotHigher' })
  @ApiOkResponse({ type: WhyNotHigherResponse })
  @ProblemResponses(404)
  async why(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<WhyNotHigherResponse> {
    const language = readerLanguage(languages, this.details.languages);
    return toWhyNotHigherResponse(await this.whyNotHigher.of(actor, id, language));
  }

  /**
   * Whom the matches of one proposal, opportunity, request or organization would gain by one fact more. Labels are in
   * the language of `Accept-Language`.
   */
  @Get('match-prospects')
  @RequirePermission('match.read')
  @Header('vary', 'accept-language')
  @ApiOperation({ operationId: 'listMatchProspects' })
  @ApiOkResponse({ type: MatchProspectsResponse })
  @ProblemResponses(404)
  async listProspects(
    @CurrentActor() actor: Actor,
    @Query() query: MatchProspectsQuery,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<MatchProspectsResponse> {
    const language = readerLanguage(languages, this.details.languages);
    const subject = subjectOf(query) ?? { type: 'organization' as const, id: actingOrganization(actor).id };
    return toProspectsResponse(await this.prospects.of(actor, subject, language));
  }

  /** Takes back that a match was put away; one that was not is answered as it is. */
  @Post('matches/:id/restore')
  @HttpCode(200)
  @RequirePermission('match.dismiss')
  @Header('vary', 'accept-language')
  @ApiOperation({ operationId: 'restoreMatch' })
  @ApiOkResponse({ type: MatchResponse })
  @ProblemResponses(404)
  async restore(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<MatchResponse> {
    const match = await this.restoreMatch.execute(actor, id, version);
    const language = readerLanguage(languages, this.details.languages);
    return toMatchResponse(actor, await this.details.describeOne(match, language));
  }
}
