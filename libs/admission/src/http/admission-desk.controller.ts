import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ApplicationsReader } from '../app/applications.reader.js';
import { AssignReviewer } from '../app/assign-reviewer.js';
import { DecideApplication } from '../app/decide-application.js';
import { UndoDecision } from '../app/undo-decision.js';
import { AssignReviewerDto } from './application.dto.js';
import {
  ApplicationResponse,
  AdmissionQueuesResponse,
  ReasonTemplatesResponse,
} from './application-response.dto.js';
import { DecideApplicationDto, DecisionResponse, toDecisionResponse } from './decision.dto.js';
import { toApplicationResponse } from './present-application.js';

/** The desk of the secretariat. */
@ApiTags('admission')
@Controller('api/v1')
export class AdmissionDeskController {
  constructor(
    private readonly decideApplication: DecideApplication,
    private readonly undoDecision: UndoDecision,
    private readonly assignReviewer: AssignReviewer,
    private readonly applications: ApplicationsReader,
  ) {}

  /** How many applications wait in each queue, and since when the oldest does. */
  @Get('admission-queues')
  @RequirePermission('application.decide')
  @ApiOperation({ operationId: 'readAdmissionQueues' })
  @ApiOkResponse({ type: AdmissionQueuesResponse })
  async queues(): Promise<AdmissionQueuesResponse> {
    const queues = await this.applications.queues();
    return { items: queues.map((queue) => ({ ...queue, oldest: queue.oldest.toISOString() })) };
  }

  /** Reasons to start from, in the language of the applicant. */
  @Get('membership-applications/:id/reason-templates')
  @RequirePermission('application.decide')
  @ApiOperation({ operationId: 'listReasonTemplates' })
  @ApiOkResponse({ type: ReasonTemplatesResponse })
  @ProblemResponses(404)
  async templates(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<ReasonTemplatesResponse> {
    return this.applications.templates(actor, id);
  }

  /** Accepts, rejects or asks, with a reason. For ten seconds it can be taken back, and nobody is told. */
  @Post('membership-applications/:id/decisions')
  @RequirePermission('application.decide')
  @ApiOperation({ operationId: 'decideApplication' })
  @ApiCreatedResponse({ type: DecisionResponse })
  @ProblemResponses(404, [
    409,
    'application/wrong-state',
    'application/decision-pending',
    'application/has-a-stake',
    'application/appeal-needs-another-officer',
  ])
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: DecideApplicationDto,
  ): Promise<DecisionResponse> {
    return toDecisionResponse(await this.decideApplication.execute(actor, id, input, version));
  }

  /** Takes your decision back within its ten seconds: nothing has happened then. */
  @Post('application-decisions/:id/undo')
  @HttpCode(200)
  @RequirePermission('application.decide')
  @ApiOperation({ operationId: 'undoDecision' })
  @ApiOkResponse({ type: DecisionResponse })
  @ProblemResponses(404, [409, 'application/decision-in-effect'])
  async undo(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<DecisionResponse> {
    return toDecisionResponse(await this.undoDecision.execute(actor, id));
  }

  /** Gives somebody without a stake the duty to review the entry proposal. */
  @Post('membership-applications/:id/reviewers')
  @RequirePermission('application.decide')
  @ApiOperation({ operationId: 'assignReviewer' })
  @ApiCreatedResponse({ type: ApplicationResponse })
  @ProblemResponses(
    404,
    [409, 'application/wrong-state', 'application/already-a-reviewer', 'application/enough-reviewers'],
    [422, 'application/reviewer-unknown', 'application/reviewer-has-a-stake'],
  )
  async assign(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { personId, organizationId }: AssignReviewerDto,
  ): Promise<ApplicationResponse> {
    await this.assignReviewer.execute(actor, id, { personId, organizationId });
    return toApplicationResponse(actor, await this.applications.one(actor, id));
  }
}
