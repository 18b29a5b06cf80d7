import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ConsultingRequestsReader } from '../app/consulting-requests.reader.js';
import { EditConsultingRequest } from '../app/edit-consulting-request.js';
import { FollowRequest } from '../app/follow-request.js';
import { InviteExperts } from '../app/invite-experts.js';
import {
  ConsultingHistoryResponse,
  ConsultingRequestResponse,
  toConsultingRequestResponse,
  toStepResponse,
} from './consulting-request-response.dto.js';
import { CancelRequestDto, InviteExpertsDto } from './consulting-triage.dto.js';
import { ConsultingWordsDto } from './consulting-words.dto.js';

/** What happens to a request on its way. */
@ApiTags('consulting')
@Controller('api/v1/consulting-requests')
export class ConsultingLifeController {
  constructor(
    private readonly requests: ConsultingRequestsReader,
    private readonly editRequest: EditConsultingRequest,
    private readonly follow: FollowRequest,
    private readonly experts: InviteExperts,
  ) {}

  /** The steps of a request, oldest first; to experts only questions and what was answered to them. */
  @Get(':id/history')
  @RequirePermission('consulting-request.read')
  @ApiOperation({ operationId: 'readConsultingHistory' })
  @ApiOkResponse({ type: ConsultingHistoryResponse })
  @ProblemResponses(404)
  async history(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<ConsultingHistoryResponse> {
    const { steps, isInside } = await this.requests.history(actor, id);
    return { steps: steps.map((step) => toStepResponse(step, isInside)) };
  }

  /** Puts a draft away for good. */
  @Post(':id/discard')
  @HttpCode(200)
  @RequirePermission('consulting-request.update')
  @ApiOperation({ operationId: 'discardConsultingRequest' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(404, [409, 'consulting-request/wrong-state'])
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ConsultingRequestResponse> {
    return toConsultingRequestResponse(actor, await this.editRequest.discard(actor, id, version));
  }

  /** Answers the question of the secretariat. */
  @Post(':id/give-information')
  @HttpCode(200)
  @RequirePermission('consulting-request.submit')
  @ApiOperation({ operationId: 'giveConsultingInformation' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(404, [409, 'consulting-request/wrong-state'])
  async giveInformation(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() said: ConsultingWordsDto,
  ): Promise<ConsultingRequestResponse> {
    return toConsultingRequestResponse(actor, await this.follow.giveInformation(actor, id, said, version));
  }

  /** Calls a request off; experts who were asked are told. */
  @Post(':id/cancel')
  @HttpCode(200)
  @RequirePermission('consulting-request.submit')
  @ApiOperation({ operationId: 'cancelConsultingRequest' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(404, [409, 'consulting-request/wrong-state'])
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { said = null }: CancelRequestDto,
  ): Promise<ConsultingRequestResponse> {
    return toConsultingRequestResponse(actor, await this.follow.cancel(actor, id, said, version));
  }

  /** Asks consultancies to take a request: the secretariat for its desk, a requester by name. */
  @Post(':id/invite')
  @HttpCode(200)
  @RequirePermission('consulting-request.submit')
  @ApiOperation({ operationId: 'inviteExperts' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(
    404,
    [409, 'consulting-request/wrong-state'],
    [
      422,
      'expert-invitation/too-many',
      'expert-invitation/not-invitable',
      'consulting-request/committee-names-nobody',
    ],
  )
  async invite(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { organizationIds, quotesCloseAt }: InviteExpertsDto,
  ): Promise<ConsultingRequestResponse> {
    const round = { organizationIds, quotesCloseAt: quotesCloseAt ? new Date(quotesCloseAt) : null };
    return toConsultingRequestResponse(actor, await this.experts.execute(actor, id, round, version));
  }

  /** Ends the sealed time early: what has come in is opened; where nothing has, the request goes back to the desk. */
  @Post(':id/close-quotes')
  @HttpCode(200)
  @RequirePermission('quote.select')
  @ApiOperation({ operationId: 'closeQuotes' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(404, [409, 'consulting-request/wrong-state'])
  async closeQuotes(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ConsultingRequestResponse> {
    return toConsultingRequestResponse(actor, await this.experts.closeQuotes(actor, id, version));
  }
}
