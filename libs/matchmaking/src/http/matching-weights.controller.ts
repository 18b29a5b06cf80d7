import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, PageQuery, ProblemResponses } from '#libs/platform/http';
import { ActivateWeights } from '../app/weights/activate-weights.js';
import { DiscardWeights } from '../app/weights/discard-weights.js';
import { DraftWeights } from '../app/weights/draft-weights.js';
import { WeightsReader } from '../app/weights/weights.reader.js';
import {
  DraftWeightsDto,
  MatchingWeightsPageResponse,
  MatchingWeightsResponse,
  toInUseResponse,
  toRelationWeights,
  toWeightsResponse,
} from './matching-weights.dto.js';

const SCOPE = 'matching-weights';

@ApiTags('matching')
@Controller('api/v1/matching-weights')
export class MatchingWeightsController {
  constructor(
    private readonly weights: WeightsReader,
    private readonly draftWeights: DraftWeights,
    private readonly activateWeights: ActivateWeights,
    private readonly discardWeights: DiscardWeights,
    private readonly cursors: Cursors,
  ) {}

  /** The weights everybody is compared by, and all that were ever set down, newest first. For the secretariat. */
  @Get()
  @RequirePermission('matching.read')
  @ApiOperation({ operationId: 'listMatchingWeights' })
  @ApiOkResponse({ type: MatchingWeightsPageResponse })
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<MatchingWeightsPageResponse> {
    const below = this.cursors.read<number>(query.cursor, SCOPE);
    const rows = await this.weights.list(below, query.limit + 1);
    const page = this.cursors.page(rows, query.limit, SCOPE, ({ number }) => number);
    return {
      items: page.items.map((weights) => toWeightsResponse(actor, weights)),
      nextCursor: page.nextCursor,
      inUse: toInUseResponse(await this.weights.inUse()),
    };
  }

  /** Weights that were set down, with what past answers say of them. */
  @Get(':id')
  @RequirePermission('matching.read')
  @ApiOperation({ operationId: 'readMatchingWeights' })
  @ApiOkResponse({ type: MatchingWeightsResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<MatchingWeightsResponse> {
    return toWeightsResponse(actor, await this.weights.one(id));
  }

  /** Sets weights down without using them, and computes past answers again by them. For administrators. */
  @Post()
  @RequirePermission('matching.manage')
  @ApiOperation({ operationId: 'draftMatchingWeights' })
  @ApiCreatedResponse({ type: MatchingWeightsResponse })
  @ProblemResponses([422, 'matching-weights/no-weight', 'matching-weights/relation-twice'])
  async draft(
    @CurrentActor() actor: Actor,
    @Body() input: DraftWeightsDto,
  ): Promise<MatchingWeightsResponse> {
    const relations = input.relations.map(toRelationWeights);
    return toWeightsResponse(actor, await this.draftWeights.execute(actor, { note: input.note, relations }));
  }

  /**
   * Puts weights to use, drafted ones or earlier ones again, unless past answers stand in a worse order by them.
   * Everybody is compared anew.
   */
  @Post(':id/activate')
  @HttpCode(200)
  @RequirePermission('matching.manage')
  @ApiOperation({ operationId: 'activateMatchingWeights' })
  @ApiOkResponse({ type: MatchingWeightsResponse })
  @ProblemResponses(404, [409, 'matching-weights/wrong-state', 'matching-weights/replay-falls'])
  async activate(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<MatchingWeightsResponse> {
    return toWeightsResponse(actor, await this.activateWeights.execute(actor, id, version));
  }

  /** Puts away weights that were never used. */
  @Post(':id/discard')
  @HttpCode(200)
  @RequirePermission('matching.manage')
  @ApiOperation({ operationId: 'discardMatchingWeights' })
  @ApiOkResponse({ type: MatchingWeightsResponse })
  @ProblemResponses(404, [409, 'matching-weights/wrong-state'])
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<MatchingWeightsResponse> {
    return toWeightsResponse(actor, await this.discardWeights.execute(actor, id, version));
  }
}
