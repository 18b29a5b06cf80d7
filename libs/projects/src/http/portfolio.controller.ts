import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform/auth';
import { Cursors, IdParam, ProblemResponses } from '#libs/platform/http';
import { PortfolioReader } from '../app/portfolio.reader.js';
import {
  ListResultsQuery,
  PublicResultResponse,
  ResultPageResponse,
  toPublicResult,
  toResultCard,
} from './portfolio.dto.js';

/** What closed projects have reached, for everybody: only with the consent of who led them. */
@Public()
@ApiTags('results')
@Controller('api/v1/results')
export class PortfolioController {
  constructor(
    private readonly portfolio: PortfolioReader,
    private readonly cursors: Cursors,
  ) {}

  /** Results of closed projects, newest first. */
  @Get()
  @ApiOperation({ operationId: 'listResults' })
  @ApiOkResponse({ type: ResultPageResponse })
  async list(@Query() query: ListResultsQuery): Promise<ResultPageResponse> {
    const { country: countries = [], theme: themes = [], year: years = [], limit } = query;
    const scope = `results ${[...countries].sort().join()} ${[...themes].sort().join()} ${[...years].sort().join()}`;
    const after = this.cursors.read<{ endedAt: string; id: string }>(query.cursor, scope) ?? null;
    const found = await this.portfolio.list({ countries, themes, years, after, limit: limit + 1 });
    const keyOf = ({ endedAt, id }: (typeof found)[number]) => ({ endedAt: endedAt.toISOString(), id });
    const page = this.cursors.page(found, limit, scope, keyOf);
    return { items: page.items.map(toResultCard), nextCursor: page.nextCursor };
  }

  /** The results of one closed project. */
  @Get(':id')
  @ApiOperation({ operationId: 'readResult' })
  @ApiOkResponse({ type: PublicResultResponse })
  @ProblemResponses(404)
  async read(@Param('id', IdParam) id: string): Promise<PublicResultResponse> {
    return toPublicResult(await this.portfolio.one(id));
  }
}
