import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { CaseLibrary } from '../app/case-library.js';
import { CaseLibraryReader } from '../app/case-library.reader.js';
import {
  caseContentOf,
  CasePageResponse,
  EditCaseDto,
  LibraryCaseResponse,
  SearchCasesQuery,
  SuggestCasesDto,
  SuggestedCasesResponse,
  toCaseResponse,
  toFoundCase,
  WriteCaseDto,
} from './case-library.dto.js';

/** What was learnt before, without names. */
@ApiTags('consulting')
@Controller('api/v1/case-library')
export class CaseLibraryController {
  constructor(
    private readonly library: CaseLibrary,
    private readonly cases: CaseLibraryReader,
    private readonly cursors: Cursors,
  ) {}

  /** Cases that say something of this, nearest first; without words all of them, newest first. */
  @Get()
  @RequirePermission('case-library.read')
  @ApiOperation({ operationId: 'searchCaseLibrary' })
  @ApiOkResponse({ type: CasePageResponse })
  async search(@Query() query: SearchCasesQuery): Promise<CasePageResponse> {
    const { q = null, area = [], limit } = query;
    const scope = `case-library ${JSON.stringify([q, [...area].sort()])}`;
    const offset = this.cursors.read<number>(query.cursor, scope) ?? 0;
    const rows = await this.cases.search(q, area, offset, limit + 1);
    const page = this.cursors.page(rows, limit, scope, () => offset + limit);
    return { items: page.items.map(toFoundCase), nextCursor: page.nextCursor };
  }

  /** Up to three cases that may answer what somebody is about to ask, in whatever language. */
  @Post('suggest')
  @HttpCode(200)
  @RequirePermission('case-library.read')
  @ApiOperation({ operationId: 'suggestCases' })
  @ApiOkResponse({ type: SuggestedCasesResponse })
  async suggest(@Body() { language, title, text, areas }: SuggestCasesDto): Promise<SuggestedCasesResponse> {
    const found = await this.cases.suggest({ language, areas: areas ?? [], texts: [title, text ?? ''] });
    return { items: found.map(toFoundCase) };
  }

  /** One case. */
  @Get(':id')
  @RequirePermission('case-library.read')
  @ApiOperation({ operationId: 'readCase' })
  @ApiOkResponse({ type: LibraryCaseResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<LibraryCaseResponse> {
    return toCaseResponse(await this.cases.one(id, actor.permissions.has('case-library.manage')));
  }

  /** Adds a case the secretariat knows of. */
  @Post()
  @RequirePermission('case-library.manage')
  @ApiOperation({ operationId: 'writeCase' })
  @ApiCreatedResponse({ type: LibraryCaseResponse })
  @ProblemResponses([422, 'taxonomy/unknown-code'])
  async write(@CurrentActor() actor: Actor, @Body() sent: WriteCaseDto): Promise<LibraryCaseResponse> {
    return toCaseResponse(await this.library.write(actor, caseContentOf(sent)));
  }

  /** Replaces the sent fields of a case. */
  @Patch(':id')
  @RequirePermission('case-library.manage')
  @ApiOperation({ operationId: 'editCase' })
  @ApiOkResponse({ type: LibraryCaseResponse })
  @ProblemResponses(404, [422, 'taxonomy/unknown-code'])
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() changes: EditCaseDto,
  ): Promise<LibraryCaseResponse> {
    return toCaseResponse(await this.library.edit(actor, id, changes, version));
  }

  /** Takes a case out of what is found. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @RequirePermission('case-library.manage')
  @ApiOperation({ operationId: 'withdrawCase' })
  @ApiOkResponse({ type: LibraryCaseResponse })
  @ProblemResponses(404)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<LibraryCaseResponse> {
    return toCaseResponse(await this.library.show(actor, id, false, version));
  }

  /** Lets a withdrawn case be found again. */
  @Post(':id/publish')
  @HttpCode(200)
  @RequirePermission('case-library.manage')
  @ApiOperation({ operationId: 'publishCase' })
  @ApiOkResponse({ type: LibraryCaseResponse })
  @ProblemResponses(404)
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<LibraryCaseResponse> {
    return toCaseResponse(await this.library.show(actor, id, true, version));
  }
}
