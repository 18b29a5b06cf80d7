import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { AnswerCountsReader } from '../app/answer-counts.reader.js';
import { AnswerCountsListResponse, AnswerCountsQuery } from './answer-counts.dto.js';

@ApiTags('matches')
@Controller('api/v1/opportunity-answers')
export class AnswerCountsController {
  constructor(private readonly answers: AnswerCountsReader) {}

  /** How many matches and interests your opportunities have; those of others are left out like unknown ids. */
  @Get()
  @RequirePermission('match.read')
  @ApiOperation({ operationId: 'countOpportunityAnswers' })
  @ApiOkResponse({ type: AnswerCountsListResponse })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { opportunityId }: AnswerCountsQuery,
  ): Promise<AnswerCountsListResponse> {
    return { items: await this.answers.of(actor, opportunityId) };
  }
}
