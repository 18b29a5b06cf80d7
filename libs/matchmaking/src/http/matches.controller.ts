import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, readerLanguage } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { DismissMatch } from '../app/dismiss-match.js';
import { InterestDetails } from '../app/interest-details.js';
import { MatchDetails } from '../app/match-details.js';
import { type MatchPlace, MatchesReader, placeOf } from '../app/matches.reader.js';
import { SendInterest } from '../app/send-interest.js';
import type { Match } from '../domain/match.js';
import { InterestResponse, SendInterestDto, toInterestResponse } from './interest.dto.js';
import {
  DismissMatchDto,
  ListMatchesQuery,
  MatchPageResponse,
  MatchResponse,
  subjectOf,
  toMatchResponse,
  toRunResponse,
} from './match.dto.js';

@ApiTags('matches')
@Controller('api/v1/matches')
export class MatchesController {
  constructor(
    private readonly matches: MatchesReader,
    private readonly details: MatchDetails,
    private readonly dismissMatch: DismissMatch,
    private readonly sendInterest: SendInterest,
    private readonly interestDetails: InterestDetails,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Matches of one proposal, opportunity, consulting request or organization, or of all that the acting
   * organization has; the best first, never dismissed ones. Labels are in the language of `Accept-Language`.
   */
  @Get()
  @RequirePermission('match.read')
  @Header('vary', 'accept-language')
  @ApiOperation({ operationId: 'listMatches' })
  @ApiOkResponse({ type: MatchPageResponse })
  @ProblemResponses(404)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListMatchesQuery,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<MatchPageResponse> {
    const states = query.state ?? [];
    const subject = subjectOf(query);
    const objects = query.objectType ?? [];
    const list = await this.matches.open(actor, subject, states, objects);
    const filters = [states, objects].map((values) => [...values].sort().join()).join(' ');
    const scope = `matches ${list.filter.organizationId} ${subject?.id ?? ''} ${filters}`;
    const after = this.cursors.read<MatchPlace>(query.cursor, scope);
    const rows = await this.matches.list(list, after, query.limit + 1);
    const page = this.cursors.page(rows, query.limit, scope, placeOf);
    this.matches.noteShown(actor, list, page.items, after ? query.limit + 1 : 1);
    return {
      items: await this.describe(actor, page.items, languages),
      nextCursor: page.nextCursor,
      ...(query.total && (await this.matches.count(list))),
      run: toRunResponse(list.run),
    };
  }

  /** One match of the acting organization, with its reasons. */
  @Get(':id')
  @RequirePermission('match.read')
  @Header('vary', 'accept-language')
  @ApiOperation({ operationId: 'readMatch' })
  @ApiOkResponse({ type: MatchResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<MatchResponse> {
    return this.describeOne(actor, await this.matches.one(actor, id), languages);
  }

  /** Puts a match away for good, for the acting organization; the other side is not told. */
  @Post(':id/dismiss')
  @HttpCode(200)
  @RequirePermission('match.dismiss')
  @Header('vary', 'accept-language')
  @ApiOperation({ operationId: 'dismissMatch' })
  @ApiOkResponse({ type: MatchResponse })
  @ProblemResponses(404, [409, 'match/wrong-state'])
  async dismiss(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: DismissMatchDto,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<MatchResponse> {
    return this.describeOne(actor, await this.dismissMatch.execute(actor, id, input, version), languages);
  }

  /** Tells the other organization that yours would like to talk. If it accepts, a conversation opens. */
  @Post(':id/interest')
  @RequirePermission('interest.send')
  @ApiOperation({ operationId: 'sendInterest' })
  @ApiCreatedResponse({ type: InterestResponse })
  @ProblemResponses(
    404,
    [
      409,
      'interest/already-sent',
      'interest/awaiting-your-answer',
      'interest/declined-before',
      'match/already-connected',
      'match/dismissed',
      'match/closed',
    ],
    [429, 'interest/quota-used'],
  )
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: SendInterestDto,
  ): Promise<InterestResponse> {
    const interest = await this.sendInterest.execute(actor, id, input, version);
    return toInterestResponse(actor, await this.interestDetails.describeOne(actor, interest));
  }

  private async describe(
    actor: Actor,
    matches: readonly Match[],
    languages: string | undefined,
  ): Promise<MatchResponse[]> {
    const language = readerLanguage(languages, this.details.languages);
    const detailed = await this.details.describe(matches, language);
    return detailed.map((match) => toMatchResponse(actor, match));
  }

  private async describeOne(
    actor: Actor,
    match: Match,
    languages: string | undefined,
  ): Promise<MatchResponse> {
    const language = readerLanguage(languages, this.details.languages);
    return toMatchResponse(actor, await this.details.describeOne(match, language));
  }
}
