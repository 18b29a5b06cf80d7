import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, PageQuery, ProblemResponses } from '#libs/platform/http';
import { AnswerReview } from '../app/answer-review.js';
import { DiscussProposal } from '../app/discuss-proposal.js';
import { ReviewsReader } from '../app/reviews.reader.js';
import { SaveReview } from '../app/save-review.js';
import { SubmitReview } from '../app/submit-review.js';
import { GiveBackDto, PanelCommentDto, SaveReviewDto, toWords } from './review.dto.js';
import {
  ProposalReviewDetailResponse,
  ProposalReviewPageResponse,
  toReview,
  toReviewDetail,
} from './review-response.dto.js';

/** Reviews of proposals of a call, for those who write them. */
@ApiTags('reviews')
@Controller('api/v1/reviews')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsReader,
    private readonly answerReview: AnswerReview,
    private readonly saveReview: SaveReview,
    private readonly submitReview: SubmitReview,
    private readonly discussProposal: DiscussProposal,
    private readonly cursors: Cursors,
  ) {}

  /** What you were asked to review for the acting organization, newest first. */
  @Get()
  @RequirePermission('review.read')
  @ApiOperation({ operationId: 'listReviews' })
  @ApiOkResponse({ type: ProposalReviewPageResponse })
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<ProposalReviewPageResponse> {
    const scope = `reviews ${actor.personId} ${actingOrganization(actor).id}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.reviews.own(actor, { after, limit: query.limit + 1 });
    const page = this.cursors.page(rows, query.limit, scope, ({ review }) => review.id);
    return { items: page.items.map(toReview), nextCursor: page.nextCursor };
  }

  /** One duty with the proposal, the criteria and, once yours is in, what others found. */
  @Get(':id')
  @RequirePermission('review.read')
  @ApiOperation({ operationId: 'readReview' })
  @ApiOkResponse({ type: ProposalReviewDetailResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<ProposalReviewDetailResponse> {
    return toReviewDetail(await this.reviews.one(actor, id));
  }

  /** Takes the duty on. */
  @Post(':id/accept')
  @HttpCode(200)
  @RequirePermission('review.submit')
  @ApiOperation({ operationId: 'acceptReview' })
  @ApiOkResponse({ type: ProposalReviewDetailResponse })
  @ProblemResponses(404, [409, 'review/wrong-state'])
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProposalReviewDetailResponse> {
    await this.answerReview.accept(actor, id, version);
    return this.read(actor, id);
  }

  /** Gives the duty back: no time. Somebody else is asked. */
  @Post(':id/decline')
  @HttpCode(200)
  @RequirePermission('review.submit')
  @ApiOperation({ operationId: 'declineProposalReview' })
  @ApiOkResponse({ type: ProposalReviewDetailResponse })
  @ProblemResponses(404, [409, 'review/wrong-state'])
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() said: GiveBackDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProposalReviewDetailResponse> {
    await this.answerReview.giveBack(actor, 'decline', id, said, version);
    return this.read(actor, id);
  }

  /** Gives the duty back: a conflict of interest. What was written so far is gone. */
  @Post(':id/declare-conflict')
  @HttpCode(200)
  @RequirePermission('review.submit')
  @ApiOperation({ operationId: 'declareConflict' })
  @ApiOkResponse({ type: ProposalReviewDetailResponse })
  @ProblemResponses(404, [409, 'review/wrong-state'])
  async declareConflict(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() said: GiveBackDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProposalReviewDetailResponse> {
    await this.answerReview.giveBack(actor, 'declare-conflict', id, said, version);
    return this.read(actor, id);
  }

  /** Saves what is written so far. */
  @Patch(':id')
  @RequirePermission('review.submit')
  @ApiOperation({ operationId: 'saveReview' })
  @ApiOkResponse({ type: ProposalReviewDetailResponse })
  @ProblemResponses(404, [409, 'review/wrong-state'], [409, 'review/reviewing-over'])
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() words: SaveReviewDto,
    @IfMatch() version: number,
  ): Promise<ProposalReviewDetailResponse> {
    await this.saveReview.execute(actor, id, toWords(words), version);
    return this.read(actor, id);
  }

  /** Hands the review in, for good. What is sent along is saved first. */
  @Post(':id/submit')
  @HttpCode(200)
  @RequirePermission('review.submit')
  @ApiOperation({ operationId: 'submitProposalReview' })
  @ApiOkResponse({ type: ProposalReviewDetailResponse })
  @ProblemResponses(
    404,
    [409, 'review/wrong-state'],
    [409, 'review/reviewing-over'],
    [422, 'review/incomplete'],
  )
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() words: SaveReviewDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProposalReviewDetailResponse> {
    await this.submitReview.execute(actor, id, toWords(words), version);
    return this.read(actor, id);
  }

  /** Says something in the discussion, once your review is in. */
  @Post(':id/comments')
  @RequirePermission('review.submit')
  @ApiOperation({ operationId: 'commentOnReview' })
  @ApiOkResponse({ type: ProposalReviewDetailResponse })
  @ProblemResponses(404)
  async comment(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() said: PanelCommentDto,
  ): Promise<ProposalReviewDetailResponse> {
    await this.discussProposal.asReviewer(actor, id, said);
    return this.read(actor, id);
  }
}
