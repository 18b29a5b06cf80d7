import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { DisputeEngagement } from '../app/dispute-engagement.js';
import { EngagementRoomReader } from '../app/engagement-room.reader.js';
import { KeepCaseNote } from '../app/keep-case-note.js';
import { RateEngagement } from '../app/rate-engagement.js';
import { CaseNoteDto } from './case-note.dto.js';
import { DecideDisputeDto } from './dispute.dto.js';
import { EngagementReasonDto } from './engagement.dto.js';
import { EngagementResponse } from './engagement-response.dto.js';
import { PresentEngagement } from './present-engagement.js';
import { EngagementRatingsResponse, RatingDto } from './rating.dto.js';

/** Ratings, disputes, and the note for the case library. */
@ApiTags('engagements')
@Controller('api/v1/engagements/:id')
export class EngagementEndingsController {
  constructor(
    private readonly rooms: EngagementRoomReader,
    private readonly rateEngagement: RateEngagement,
    private readonly disputes: DisputeEngagement,
    private readonly keepCaseNote: KeepCaseNote,
    private readonly present: PresentEngagement,
  ) {}

  /** One's own rating; both once they are open. */
  @Get('ratings')
  @RequirePermission('engagement.read')
  @ApiOperation({ operationId: 'listEngagementRatings' })
  @ApiOkResponse({ type: EngagementRatingsResponse })
  @ProblemResponses(404)
  async ratings(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<EngagementRatingsResponse> {
    const { visible, isOpen, opensAt } = await this.rooms.ratings(actor, id);
    return {
      items: visible.map(({ createdAt: _createdAt, ...rating }) => rating),
      isOpen,
      opensAt: opensAt?.toISOString() ?? null,
    };
  }

  /** Rates the other side, once. Sealed until both have, or fourteen days are over. */
  @Post('ratings')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'rateEngagement' })
  @ApiOkResponse({ type: EngagementRatingsResponse })
  @ProblemResponses(404, [403, 'engagement/wrong-side'], [409, 'rating/given', 'rating/not-open'])
  async rate(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { words, language, ...scores }: RatingDto,
  ): Promise<EngagementRatingsResponse> {
    await this.rateEngagement.execute(actor, id, {
      ...scores,
      words: words ?? null,
      language: words ? (language ?? 'en') : null,
    });
    return this.ratings(actor, id);
  }

  /** Stops everything; the chair decides. */
  @Post('dispute')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'disputeEngagement' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(404, [403, 'engagement/wrong-side'], [409, 'engagement/wrong-state'])
  async dispute(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() reason: EngagementReasonDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.disputes.raise(actor, id, reason, version);
    return this.present.one(actor, id);
  }

  /** Decides a dispute; for the chair. */
  @Post('decide-dispute')
  @HttpCode(200)
  @RequirePermission('engagement.arbitrate')
  @ApiOperation({ operationId: 'decideDispute' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(404, [409, 'engagement/wrong-state'])
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() decision: DecideDisputeDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.disputes.decide(actor, id, decision, version);
    return this.present.one(actor, id);
  }

  /** Writes the note for the case library, without names; the other side is asked for its consent. */
  @Put('case-note')
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'draftCaseNote' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'case-note/confidential', 'case-note/not-open'],
    [422, 'case-note/names-somebody'],
  )
  async draftNote(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { tellsCountry, areas, ...text }: CaseNoteDto,
    @IfMatch() version: number,
  ): Promise<EngagementResponse> {
    await this.keepCaseNote.draft(
      actor,
      id,
      { ...text, areas: areas ?? [], tellsCountry: tellsCountry ?? false },
      version,
    );
    return this.present.one(actor, id);
  }

  /** Agrees to the note as it is; with the second consent it is in the library. */
  @Post('case-note/consent')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'consentToCaseNote' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'case-note/confidential', 'case-note/not-open'],
  )
  async consentToNote(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.keepCaseNote.consent(actor, id, version);
    return this.present.one(actor, id);
  }
}
