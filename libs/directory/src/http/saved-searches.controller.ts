import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { KeepSearch } from '../app/keep-search.js';
import { SavedSearchesReader } from '../app/saved-searches.reader.js';
import {
  CreateSavedSearchDto,
  SavedSearchListResponse,
  SavedSearchResponse,
  toSavedSearch,
  UpdateSavedSearchDto,
} from './kept.dto.js';

@ApiTags('directory')
@Controller('api/v1/saved-searches')
export class SavedSearchesController {
  constructor(
    private readonly searches: SavedSearchesReader,
    private readonly keepSearch: KeepSearch,
  ) {}

  /** Keeps a search for yourself, within the organization you act for. */
  @Post()
  @RequirePermission('saved-search.create')
  @ApiOperation({ operationId: 'createSavedSearch' })
  @ApiCreatedResponse({ type: SavedSearchResponse })
  @ProblemResponses([409, 'saved-search/too-many'])
  async create(
    @CurrentActor() actor: Actor,
    @Body() input: CreateSavedSearchDto,
  ): Promise<SavedSearchResponse> {
    const { name, query, alert = 'off' } = input;
    return toSavedSearch(await this.keepSearch.create(actor, { name, query: { ...query }, alert }));
  }

  /** Your saved searches, in one page. */
  @Get()
  @RequirePermission('saved-search.read')
  @ApiOperation({ operationId: 'listSavedSearches' })
  @ApiOkResponse({ type: SavedSearchListResponse })
  async list(@CurrentActor() actor: Actor): Promise<SavedSearchListResponse> {
    return { items: (await this.searches.list(actor)).map(toSavedSearch), nextCursor: null };
  }

  /** One saved search of yours. */
  @Get(':id')
  @RequirePermission('saved-search.read')
  @ApiOperation({ operationId: 'readSavedSearch' })
  @ApiOkResponse({ type: SavedSearchResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<SavedSearchResponse> {
    return toSavedSearch(await this.searches.one(actor, id));
  }

  /** Replaces the sent fields. */
  @Patch(':id')
  @RequirePermission('saved-search.update')
  @ApiOperation({ operationId: 'updateSavedSearch' })
  @ApiOkResponse({ type: SavedSearchResponse })
  @ProblemResponses(404)
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() { query, ...changes }: UpdateSavedSearchDto,
  ): Promise<SavedSearchResponse> {
    const changed = { ...changes, ...(query && { query: { ...query } }) };
    return toSavedSearch(await this.keepSearch.change(actor, id, version, changed));
  }

  /** Takes a saved search of yours away; within an hour it can be restored. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('saved-search.update')
  @ApiOperation({ operationId: 'deleteSavedSearch' })
  @ApiNoContentResponse()
  @ProblemResponses(404)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.keepSearch.remove(actor, id, version);
  }

  /** Brings back a saved search that you took away within the last hour: the same one, with its id. */
  @Post(':id/restore')
  @HttpCode(200)
  @RequirePermission('saved-search.update')
  @ApiOperation({ operationId: 'restoreSavedSearch' })
  @ApiOkResponse({ type: SavedSearchResponse })
  @ProblemResponses(404)
  async restore(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<SavedSearchResponse> {
    return toSavedSearch(await this.keepSearch.restore(actor, id, version));
  }
}
