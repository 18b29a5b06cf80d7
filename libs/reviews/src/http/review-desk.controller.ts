import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { AssignmentReader } from '../app/assignment.reader.js';
import { ConfirmAssignment } from '../app/confirm-assignment.js';
import { KeepPool } from '../app/keep-pool.js';
import { ReviewerCandidatesReader } from '../app/reviewer-candidates.reader.js';
import type { CallReviewer } from '../domain/review.js';
import { PresentDesk } from './present-desk.js';
import {
  AddReviewerDto,
  AssignmentDoneResponse,
  AssignmentPlanResponse,
  CallReviewerResponse,
  CallReviewersResponse,
  ChangeReviewerDto,
  ConfirmAssignmentDto,
  ReviewerCandidatesQuery,
  ReviewerCandidatesResponse,
} from './review-desk.dto.js';

/** Who reviews for a call, and who reviews what: for who runs it. */
@ApiTags('reviews')
@Controller('api/v1/calls/:id')
@RequirePermission('review.manage')
export class ReviewDeskController {
  constructor(
    private readonly pool: KeepPool,
    private readonly assignment: AssignmentReader,
    private readonly confirmAssignment: ConfirmAssignment,
    private readonly candidates: ReviewerCandidatesReader,
    private readonly present: PresentDesk,
  ) {}

  /** The pool, in the order in which people were added. */
  @Get('reviewers')
  @ApiOperation({ operationId: 'listReviewers' })
  @ApiOkResponse({ type: CallReviewersResponse })
  @ProblemResponses(404)
  async list(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CallReviewersResponse> {
    return { items: await this.present.reviewers(await this.pool.list(actor, id)) };
  }

  /** People of an organization who may be given the duty, by name. */
  @Get('reviewer-candidates')
  @ApiOperation({ operationId: 'listReviewerCandidates' })
  @ApiOkResponse({ type: ReviewerCandidatesResponse })
  @ProblemResponses(404)
  async candidatesOf(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() { organizationId }: ReviewerCandidatesQuery,
  ): Promise<ReviewerCandidatesResponse> {
    return { items: await this.candidates.of(actor, id, organizationId) };
  }

  /** Gives a person the duty to review for the call. */
  @Post('reviewers')
  @ApiOperation({ operationId: 'addReviewer' })
  @ApiOkResponse({ type: CallReviewerResponse })
  @ProblemResponses(
    404,
    [409, 'review/already-in-pool'],
    [422, 'review/reviewer-unknown'],
    [422, 'review/runs-the-call'],
  )
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() reviewer: AddReviewerDto,
  ): Promise<CallReviewerResponse> {
    return this.one(await this.pool.add(actor, id, reviewer));
  }

  /** Changes what a reviewer is asked, or ends the duty. */
  @Patch('reviewers/:reviewerId')
  @ApiOperation({ operationId: 'changeReviewer' })
  @ApiOkResponse({ type: CallReviewerResponse })
  @ProblemResponses(404)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) callId: string,
    @Param('reviewerId', IdParam) reviewerId: string,
    @Body() changes: ChangeReviewerDto,
    @IfMatch() version: number,
  ): Promise<CallReviewerResponse> {
    return this.one(await this.pool.change(actor, { callId, reviewerId }, changes, version));
  }

  /** Who would be asked to review what, why places stay empty, and every conflict. Changes nothing. */
  @Get('assignment')
  @ApiOperation({ operationId: 'previewAssignment' })
  @ApiOkResponse({ type: AssignmentPlanResponse })
  @ProblemResponses(404)
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<AssignmentPlanResponse> {
    return this.present.plan(await this.assignment.preview(actor, id));
  }

  /** Asks everybody of the plan that was looked at. */
  @Post('assignment')
  @HttpCode(200)
  @ApiOperation({ operationId: 'confirmAssignment' })
  @ApiOkResponse({ type: AssignmentDoneResponse })
  @ProblemResponses(404, [409, 'review/assignment-changed'])
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { planHash }: ConfirmAssignmentDto,
  ): Promise<AssignmentDoneResponse> {
    return { asked: await this.confirmAssignment.execute(actor, id, planHash) };
  }

  private async one(reviewer: CallReviewer): Promise<CallReviewerResponse> {
    const [shown] = await this.present.reviewers([reviewer]);
    if (!shown) throw new Error('A reviewer was presented as nobody.');
    return shown;
  }
}
