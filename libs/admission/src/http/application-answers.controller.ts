import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { AnswerQuestion } from '../app/answer-question.js';
import { AppealRejection } from '../app/appeal-rejection.js';
import { ApplicationsReader } from '../app/applications.reader.js';
import { NameRecommender } from '../app/name-recommender.js';
import { NameRecommenderDto, SaidDto } from './application.dto.js';
import { ApplicationResponse } from './application-response.dto.js';
import { toApplicationResponse } from './present-application.js';

/** What an applicant does after the application was sent. */
@ApiTags('admission')
@Controller('api/v1/membership-applications/:id')
export class ApplicationAnswersController {
  constructor(
    private readonly answerQuestion: AnswerQuestion,
    private readonly appealRejection: AppealRejection,
    private readonly nameRecommender: NameRecommender,
    private readonly applications: ApplicationsReader,
  ) {}

  /** Answers what the secretariat asked; the application goes on where it stood. */
  @Post('answer')
  @HttpCode(200)
  @RequirePermission('application.submit')
  @ApiOperation({ operationId: 'answerApplicationQuestion' })
  @ApiOkResponse({ type: ApplicationResponse })
  @ProblemResponses(404, [409, 'application/wrong-state'])
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() said: SaidDto,
  ): Promise<ApplicationResponse> {
    const answered = await this.answerQuestion.execute(actor, id, said, version);
    return toApplicationResponse(actor, await this.applications.describe(actor, answered));
  }

  /** Appeals against a refusal, once; an officer who has not decided before looks at it again. */
  @Post('appeal')
  @HttpCode(200)
  @RequirePermission('application.submit')
  @ApiOperation({ operationId: 'appealApplication' })
  @ApiOkResponse({ type: ApplicationResponse })
  @ProblemResponses(404, [409, 'application/wrong-state', 'application/appealed-before'])
  async appeal(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() said: SaidDto,
  ): Promise<ApplicationResponse> {
    const appealed = await this.appealRejection.execute(actor, id, said, version);
    return toApplicationResponse(actor, await this.applications.describe(actor, appealed));
  }

  /** Asks another organization to recommend you; who was asked before is asked no longer. */
  @Post('name-recommender')
  @HttpCode(200)
  @RequirePermission('application.update')
  @ApiOperation({ operationId: 'nameRecommender' })
  @ApiOkResponse({ type: ApplicationResponse })
  @ProblemResponses(
    404,
    [409, 'application/wrong-state', 'application/recommender-still-asked'],
    [422, 'application/recommender-unknown', 'application/recommender-not-independent'],
  )
  async name(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { recommenderId }: NameRecommenderDto,
  ): Promise<ApplicationResponse> {
    const asked = await this.nameRecommender.execute(actor, id, recommenderId, version);
    return toApplicationResponse(actor, await this.applications.describe(actor, asked));
  }
}
