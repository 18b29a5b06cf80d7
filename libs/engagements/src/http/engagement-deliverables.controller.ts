import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { HandOver } from '../app/hand-over.js';
import { RevisionDto, SubmitDeliverableDto } from './deliverable.dto.js';
import { EngagementResponse } from './engagement-response.dto.js';
import { PresentEngagement } from './present-engagement.js';

/** What is handed over, and the answer to it. */
@ApiTags('engagements')
@Controller('api/v1/engagements/:id/deliverables/:deliverableId')
export class EngagementDeliverablesController {
  constructor(
    private readonly handOver: HandOver,
    private readonly present: PresentEngagement,
  ) {}

  /** Hands over; for the consultant. */
  @Post('submit')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'submitDeliverable' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'deliverable/wrong-state'],
    [422, 'file/unusable'],
  )
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('deliverableId', IdParam) deliverableId: string,
    @Body() said: SubmitDeliverableDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.handOver.submit(actor, { engagementId: id, deliverableId }, said, version);
    return this.present.one(actor, id);
  }

  /** Accepts; for the requester. With the last one the engagement is accepted. */
  @Post('accept')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'acceptDeliverable' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'deliverable/wrong-state'],
  )
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('deliverableId', IdParam) deliverableId: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.handOver.accept(actor, { engagementId: id, deliverableId }, version);
    return this.present.one(actor, id);
  }

  /** Asks for a revision; for the requester, twice at most. */
  @Post('ask-revision')
  @HttpCode(200)
  @RequirePermission('engagement.work')
  @ApiOperation({ operationId: 'askRevision' })
  @ApiOkResponse({ type: EngagementResponse })
  @ProblemResponses(
    404,
    [403, 'engagement/wrong-side'],
    [409, 'engagement/wrong-state', 'deliverable/wrong-state', 'deliverable/revisions-used'],
  )
  async askRevision(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('deliverableId', IdParam) deliverableId: string,
    @Body() said: RevisionDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<EngagementResponse> {
    await this.handOver.askRevision(actor, { engagementId: id, deliverableId }, said, version);
    return this.present.one(actor, id);
  }
}
