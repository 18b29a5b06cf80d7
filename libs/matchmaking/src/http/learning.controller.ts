import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { LearningReader } from '../app/learning/learning.reader.js';
import { ResetLearning } from '../app/learning/reset-learning.js';
import { LearningResponse, toLearningResponse } from './learning.dto.js';

@ApiTags('matching')
@Controller('api/v1/organizations/:id/learning')
export class LearningController {
  constructor(
    private readonly learning: LearningReader,
    private readonly resetLearning: ResetLearning,
  ) {}

  /** What the answers of your organization have taught its lists. Nobody else sees it. */
  @Get()
  @RequirePermission('learning.read')
  @ApiOperation({ operationId: 'readLearning' })
  @ApiOkResponse({ type: LearningResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<LearningResponse> {
    return toLearningResponse(actor, await this.learning.of(actor, id));
  }

  /** Lets it be forgotten: answers up to now teach nothing any more. */
  @Post('reset')
  @HttpCode(200)
  @RequirePermission('learning.reset')
  @ApiOperation({ operationId: 'resetLearning' })
  @ApiOkResponse({ type: LearningResponse })
  @ProblemResponses(404)
  async reset(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<LearningResponse> {
    await this.resetLearning.execute(actor, id, version);
    return toLearningResponse(actor, await this.learning.of(actor, id));
  }
}
