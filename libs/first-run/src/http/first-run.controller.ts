import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IfMatch, ProblemResponses } from '#libs/platform/http';
import { FinishFirstRun } from '../app/finish-first-run.js';
import { FirstRunsReader } from '../app/first-runs.reader.js';
import { KeepFirstRun } from '../app/keep-first-run.js';
import { FirstRunResponse, KeepFirstRunDto, toFirstRunResponse } from './first-run.dto.js';

@ApiTags('me')
@Controller('api/v1/me/first-run')
export class FirstRunController {
  constructor(
    private readonly firstRuns: FirstRunsReader,
    private readonly keepFirstRun: KeepFirstRun,
    private readonly finishFirstRun: FinishFirstRun,
  ) {}

  /** How far you came with telling who you are and what you want; version 0 where it never began. */
  @Get()
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'readFirstRun' })
  @ApiOkResponse({ type: FirstRunResponse })
  async read(@CurrentActor() actor: Actor): Promise<FirstRunResponse> {
    return toFirstRunResponse(await this.firstRuns.own(actor));
  }

  /** Keeps step and answers, so that another device goes on there. Send version 0 to begin. */
  @Put()
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'keepFirstRun' })
  @ApiOkResponse({ type: FirstRunResponse })
  @ProblemResponses(409)
  async keep(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() { step, answers }: KeepFirstRunDto,
  ): Promise<FirstRunResponse> {
    return toFirstRunResponse(await this.keepFirstRun.execute(actor, version, step, { ...answers }));
  }

  /** Ends it and forgets the answers. */
  @Post('finish')
  @HttpCode(200)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'finishFirstRun' })
  @ApiOkResponse({ type: FirstRunResponse })
  @ProblemResponses(404, 409)
  async finish(
    @CurrentActor() actor: Actor,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<FirstRunResponse> {
    return toFirstRunResponse(await this.finishFirstRun.execute(actor, version));
  }
}
