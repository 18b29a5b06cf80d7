import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, PageQuery, ProblemResponses } from '#libs/platform/http';
import { DeclineReview } from '../app/decline-review.js';
import { ReviewsReader } from '../app/reviews.reader.js';
import { SubmitReview } from '../app/submit-review.js';
import { SaidDto } from './application.dto.js';
import {
  OwnReviewPageResponse,
  OwnReviewResponse,
  SubmitReviewDto,
  toOwnReview,
  toReviewInput,
} from './review.dto.js';

/** Reviews of entry proposals, for those who write them. */
@ApiTags('admission')
@Controller('api/v1/application-reviews')
@RequirePermission('application.review')
export class ApplicationReviewsController {
  constructor(
    private readonly submitReview: SubmitReview,
    private readonly declineReview: DeclineReview,
    private readonly reviews: ReviewsReader,
    private readonly cursors: Cursors,
  ) {}

  /** What you were asked to review for the acting organization, newest first. */
  @Get()
  @ApiOperation({ operationId: 'listOwnReviews' })
  @ApiOkResponse({ type: OwnReviewPageResponse })
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<OwnReviewPageResponse> {
    const scope = `application-reviews ${actor.personId} ${actingOrganization(actor).id}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.reviews.own(actor, { after, limit: query.limit + 1 });
    const page = this.cursors.page(rows, query.limit, scope, ({ review }) => review.id);
    return { items: page.items.map(toOwnReview), nextCursor: page.nextCursor };
  }

  /** One review with the entry proposal; what others wrote once yours is in. */
  @Get(':id')
  @ApiOperation({ operationId: 'readOwnReview' })
  @ApiOkResponse({ type: OwnReviewResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<OwnReviewResponse> {
    return toOwnReview(await this.reviews.one(actor, id));
  }

  /** Hands your scores in, for good. */
  @Post(':id/submit')
  @HttpCode(200)
  @ApiOperation({ operationId: 'submitReview' })
  @ApiOkResponse({ type: OwnReviewResponse })
  @ProblemResponses(404, [409, 'application-review/wrong-state', 'application/wrong-state'])
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: SubmitReviewDto,
  ): Promise<OwnReviewResponse> {
    await this.submitReview.execute(actor, id, toReviewInput(input), version);
    return toOwnReview(await this.reviews.one(actor, id));
  }

  /** Gives the duty back, with a reason for the secretariat. */
  @Post(':id/decline')
  @HttpCode(200)
  @ApiOperation({ operationId: 'declineReview' })
  @ApiOkResponse({ type: OwnReviewResponse })
  @ProblemResponses(404, [409, 'application-review/wrong-state'])
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() said: SaidDto,
  ): Promise<OwnReviewResponse> {
    await this.declineReview.execute(actor, id, said, version);
    return toOwnReview(await this.reviews.one(actor, id));
  }
}
