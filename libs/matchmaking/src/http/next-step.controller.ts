import { Controller, Get, Header, Headers, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, readerLanguage } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { FactWords } from '../app/fact-words.js';
import { NextStepReader } from '../app/next-step/next-step.reader.js';
import { ProfileProgressResponse, toProgressResponse } from './next-step.dto.js';

const NOBODY = new Map();

@ApiTags('profiles')
@Controller('api/v1/organizations/:id/profile/next-step')
export class NextStepController {
  constructor(
    private readonly steps: NextStepReader,
    private readonly words: FactWords,
  ) {}

  /**
   * How complete your organization's profile is, and the one addition that would help its matches most: computed
   * by comparing everybody again with the gap filled in.
   */
  @Get()
  @RequirePermission('profile.read')
  @Header('vary', 'accept-language')
  @ApiOperation({ operationId: 'readProfileNextStep' })
  @ApiOkResponse({ type: ProfileProgressResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<ProfileProgressResponse> {
    const progress = await this.steps.of(actor, id);
    const say = await this.words.in(readerLanguage(languages, this.words.languages), NOBODY);
    const type = progress.next?.field === 'languages' ? 'language' : 'code';
    return toProgressResponse(progress, (value) => say({ type, value }));
  }
}
