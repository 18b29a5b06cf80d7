import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { TriageRequest } from '../app/triage-request.js';
import { ConsultingRequestResponse, toConsultingRequestResponse } from './consulting-request-response.dto.js';
import { AnswerRequestDto } from './consulting-triage.dto.js';
import { ConsultingWordsDto } from './consulting-words.dto.js';

/** What the secretariat does with a request at its desk. */
@ApiTags('consulting')
@Controller('api/v1/consulting-requests')
export class ConsultingTriageController {
  constructor(private readonly triage: TriageRequest) {}

  /** Takes a request to look at it; colleagues see who has it. */
  @Post(':id/take')
  @HttpCode(200)
  @RequirePermission('consulting-request.triage')
  @ApiOperation({ operationId: 'takeConsultingRequest' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(404, [409, 'consulting-request/wrong-state'])
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ConsultingRequestResponse> {
    return toConsultingRequestResponse(actor, await this.triage.take(actor, id, version));
  }

  /** Asks the requester what is missing. */
  @Post(':id/ask-information')
  @HttpCode(200)
  @RequirePermission('consulting-request.triage')
  @ApiOperation({ operationId: 'askConsultingInformation' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(404, [409, 'consulting-request/wrong-state'])
  async askInformation(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() said: ConsultingWordsDto,
  ): Promise<ConsultingRequestResponse> {
    return toConsultingRequestResponse(actor, await this.triage.askInformation(actor, id, said, version));
  }

  /** Answers by a case of the library, by a city that knows, or by both. */
  @Post(':id/answer')
  @HttpCode(200)
  @RequirePermission('consulting-request.triage')
  @ApiOperation({ operationId: 'answerConsultingRequest' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(404, [409, 'consulting-request/wrong-state'], [422, 'consulting-request/answer-empty'])
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { caseId = null, cityId = null, said = null }: AnswerRequestDto,
  ): Promise<ConsultingRequestResponse> {
    const answer = { caseId, cityId, said };
    return toConsultingRequestResponse(actor, await this.triage.answer(actor, id, answer, version));
  }

  /** Says that a request is out of scope, and why. */
  @Post(':id/refuse')
  @HttpCode(200)
  @RequirePermission('consulting-request.triage')
  @ApiOperation({ operationId: 'refuseConsultingRequest' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(404, [409, 'consulting-request/wrong-state'])
  async refuse(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() said: ConsultingWordsDto,
  ): Promise<ConsultingRequestResponse> {
    return toConsultingRequestResponse(actor, await this.triage.refuse(actor, id, said, version));
  }

  /** Says honestly that nobody can take a request, and what was tried. */
  @Post(':id/leave-unanswered')
  @HttpCode(200)
  @RequirePermission('consulting-request.triage')
  @ApiOperation({ operationId: 'leaveConsultingRequestUnanswered' })
  @ApiOkResponse({ type: ConsultingRequestResponse })
  @ProblemResponses(404, [409, 'consulting-request/wrong-state'])
  async leaveUnanswered(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() said: ConsultingWordsDto,
  ): Promise<ConsultingRequestResponse> {
    return toConsultingRequestResponse(actor, await this.triage.leaveUnanswered(actor, id, said, version));
  }
}
