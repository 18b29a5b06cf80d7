import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, PageQuery, ProblemResponses } from '#libs/platform/http';
import { MatchReplayReader } from '../app/learning/match-replay.reader.js';
import { CancelRun } from '../app/runs/cancel-run.js';
import { MatchingRunsReader, placeOf, type RunPlace } from '../app/runs/matching-runs.reader.js';
import { StartRun } from '../app/runs/start-run.js';
import { WithdrawRun } from '../app/runs/withdraw-run.js';
import {
  MatchingRunPageResponse,
  MatchingRunResponse,
  MatchReplayResponse,
  toReplayResponse,
  toRunOfAllResponse,
} from './matching-run.dto.js';

const SCOPE = 'matching-runs';

@ApiTags('matching')
@Controller('api/v1')
export class MatchingRunsController {
  constructor(
    private readonly runs: MatchingRunsReader,
    private readonly replays: MatchReplayReader,
    private readonly startRun: StartRun,
    private readonly cancelRun: CancelRun,
    private readonly withdrawRun: WithdrawRun,
    private readonly cursors: Cursors,
  ) {}

  /** Comparisons of everybody with everybody, newest first. For the secretariat. */
  @Get('matching-runs')
  @RequirePermission('matching.read')
  @ApiOperation({ operationId: 'listMatchingRuns' })
  @ApiOkResponse({ type: MatchingRunPageResponse })
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<MatchingRunPageResponse> {
    const after = this.cursors.read<RunPlace>(query.cursor, SCOPE);
    const rows = await this.runs.list(after, query.limit + 1);
    const page = this.cursors.page(rows, query.limit, SCOPE, placeOf);
    return { items: page.items.map((run) => toRunOfAllResponse(actor, run)), nextCursor: page.nextCursor };
  }

  /** One run; ask again to see how far it is. */
  @Get('matching-runs/:id')
  @RequirePermission('matching.read')
  @ApiOperation({ operationId: 'readMatchingRun' })
  @ApiOkResponse({ type: MatchingRunResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<MatchingRunResponse> {
    return toRunOfAllResponse(actor, await this.runs.one(id));
  }

  /** Compares everybody anew. For administrators; it happens by itself every night. */
  @Post('matching-runs')
  @RequirePermission('matching.manage')
  @ApiOperation({ operationId: 'startMatchingRun' })
  @ApiCreatedResponse({ type: MatchingRunResponse })
  @ProblemResponses([409, 'matching-run/under-way'])
  async start(@CurrentActor() actor: Actor): Promise<MatchingRunResponse> {
    return toRunOfAllResponse(actor, await this.startRun.execute(actor));
  }

  /** Ends a run before it is done; the lists it has drawn stay. */
  @Post('matching-runs/:id/cancel')
  @HttpCode(200)
  @RequirePermission('matching.manage')
  @ApiOperation({ operationId: 'cancelMatchingRun' })
  @ApiOkResponse({ type: MatchingRunResponse })
  @ProblemResponses(404, [409, 'matching-run/wrong-state'])
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<MatchingRunResponse> {
    return toRunOfAllResponse(actor, await this.cancelRun.execute(actor, id, version));
  }

  /** Takes the last finished run back: every list turns to what the run before it found. Answers the run that does so. */
  @Post('matching-runs/:id/withdraw')
  @HttpCode(200)
  @RequirePermission('matching.manage')
  @ApiOperation({ operationId: 'withdrawMatchingRun' })
  @ApiOkResponse({ type: MatchingRunResponse })
  @ProblemResponses(
    404,
    [409, 'matching-run/wrong-state'],
    [409, 'matching-run/nothing-before'],
    [409, 'matching-run/under-way'],
  )
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<MatchingRunResponse> {
    return toRunOfAllResponse(actor, await this.withdrawRun.execute(actor, id, version));
  }

  /** Computes a match again from the inputs by which it was scored. For the secretariat. */
  @Get('matches/:id/replay')
  @RequirePermission('matching.read')
  @ApiOperation({ operationId: 'replayMatch' })
  @ApiOkResponse({ type: MatchReplayResponse })
  @ProblemResponses(404)
  async replay(@Param('id', IdParam) id: string): Promise<MatchReplayResponse> {
    return toReplayResponse(await this.replays.of(id));
  }
}
