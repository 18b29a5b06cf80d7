import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { DiscussProposal } from '../app/discuss-proposal.js';
import { FulfilConditions } from '../app/fulfil-conditions.js';
import { LeadPanel } from '../app/lead-panel.js';
import { PanelReader } from '../app/panel.reader.js';
import { ScreenProposal } from '../app/screen-proposal.js';
import { ReviewPanelResponse, toPanel } from './panel.dto.js';
import { PanelCommentDto } from './review.dto.js';
import { RequestRevisionDto, ScreenProposalDto } from './review-desk.dto.js';

/** Single proposals on the desk of a call: screened, discussed, sent back or made ready. */
@ApiTags('reviews')
@Controller('api/v1/calls/:id/panels/:proposalId')
export class ReviewPanelsController {
  constructor(
    private readonly panels: PanelReader,
    private readonly screenProposal: ScreenProposal,
    private readonly leadPanel: LeadPanel,
    private readonly fulfilConditions: FulfilConditions,
    private readonly discussProposal: DiscussProposal,
  ) {}

  /** A proposal with its reviews, its discussion and what was done with it. Also for those who decide. */
  @Get()
  @RequirePermission('decision.read')
  @ApiOperation({ operationId: 'readReviewPanel' })
  @ApiOkResponse({ type: ReviewPanelResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) callId: string,
    @Param('proposalId', IdParam) proposalId: string,
  ): Promise<ReviewPanelResponse> {
    return toPanel(await this.panels.one(actor, callId, proposalId));
  }

  /** Eligible, not eligible by a rule, more asked for, or back to the screening. */
  @Post('screen')
  @HttpCode(200)
  @RequirePermission('review.manage')
  @ApiOperation({ operationId: 'screenProposal' })
  @ApiOkResponse({ type: ReviewPanelResponse })
  @ProblemResponses(
    404,
    [409, 'proposal/wrong-state'],
    [409, 'call/wrong-state'],
    [422, 'review/wrong-screening'],
  )
  async screen(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) callId: string,
    @Param('proposalId', IdParam) proposalId: string,
    @Body() { verb, ruleNumber, fields, words, language, dueAt }: ScreenProposalDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ReviewPanelResponse> {
    const screening = {
      ruleNumber: ruleNumber ?? null,
      fields: fields ?? [],
      words: words ?? null,
      language: language ?? null,
      dueAt: dueAt ? new Date(dueAt) : null,
    };
    await this.screenProposal.execute(actor, { callId, proposalId }, verb, screening, version);
    return this.read(actor, callId, proposalId);
  }

  /** Opens the proposal again until a day; what comes back goes to the same reviewers. */
  @Post('request-revision')
  @HttpCode(200)
  @RequirePermission('review.manage')
  @ApiOperation({ operationId: 'requestRevision' })
  @ApiOkResponse({ type: ReviewPanelResponse })
  @ProblemResponses(404, [409, 'proposal/wrong-state'])
  async requestRevision(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) callId: string,
    @Param('proposalId', IdParam) proposalId: string,
    @Body() { words, language, dueAt }: RequestRevisionDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ReviewPanelResponse> {
    const asked = { words, language, dueAt: new Date(dueAt) };
    await this.leadPanel.requestRevision(actor, { callId, proposalId }, asked, version);
    return this.read(actor, callId, proposalId);
  }

  /** Ends the discussion: the deciding body goes on. */
  @Post('make-ready')
  @HttpCode(200)
  @RequirePermission('review.manage')
  @ApiOperation({ operationId: 'makeProposalReady' })
  @ApiOkResponse({ type: ReviewPanelResponse })
  @ProblemResponses(404, [409, 'proposal/wrong-state'])
  async makeReady(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) callId: string,
    @Param('proposalId', IdParam) proposalId: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ReviewPanelResponse> {
    await this.leadPanel.makeReady(actor, { callId, proposalId }, version);
    return this.read(actor, callId, proposalId);
  }

  /** Finds the conditions of a public conditional acceptance met: the proposal is accepted. */
  @Post('fulfil')
  @HttpCode(200)
  @RequirePermission('review.manage')
  @ApiOperation({ operationId: 'fulfilConditions' })
  @ApiOkResponse({ type: ReviewPanelResponse })
  @ProblemResponses(404, [409, 'proposal/wrong-state'])
  async fulfil(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) callId: string,
    @Param('proposalId', IdParam) proposalId: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ReviewPanelResponse> {
    await this.fulfilConditions.execute(actor, { callId, proposalId }, version);
    return this.read(actor, callId, proposalId);
  }

  /** Says something in the discussion, as the chair. */
  @Post('comments')
  @RequirePermission('review.manage')
  @ApiOperation({ operationId: 'commentAsChair' })
  @ApiCreatedResponse({ type: ReviewPanelResponse })
  @ProblemResponses(404)
  async comment(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) callId: string,
    @Param('proposalId', IdParam) proposalId: string,
    @Body() said: PanelCommentDto,
  ): Promise<ReviewPanelResponse> {
    await this.discussProposal.asChair(actor, { callId, proposalId }, said);
    return this.read(actor, callId, proposalId);
  }
}
