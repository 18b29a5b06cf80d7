import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors } from '#libs/platform/http';
import { AreasReader } from '../app/areas.reader.js';
import { DirectorySearch, type ListPosition } from '../app/directory-search.js';
import type { DirectoryItem } from '../app/items.loader.js';
import {
  areaOf,
  DirectoryFilterQuery,
  type DirectoryItemResponse,
  DirectoryPageResponse,
  filtersOf,
  MapResponse,
  type MapPointResponse,
  SearchDirectoryQuery,
  SuggestDirectoryQuery,
  SuggestionsResponse,
} from './directory.dto.js';

@ApiTags('directory')
@Controller('api/v1/directory')
export class DirectoryController {
  constructor(
    private readonly directory: DirectorySearch,
    private readonly areas: AreasReader,
    private readonly cursors: Cursors,
  ) {}

  /** Organizations, opportunities and people who agreed to be found, by words of any language and by filters. */
  @Get()
  @RequirePermission('directory.read')
  @ApiOperation({ operationId: 'searchDirectory' })
  @ApiOkResponse({ type: DirectoryPageResponse })
  async search(
    @CurrentActor() actor: Actor,
    @Query() query: SearchDirectoryQuery,
  ): Promise<DirectoryPageResponse> {
    const { limit, q, sort = 'relevance' } = query;
    const wish = { q, filters: await this.areas.narrowed(filtersOf(query), areaOf(query)) };
    const scope = `directory ${actingOrganization(actor).id} ${sort} ${JSON.stringify(wish)}`;
    const position = this.cursors.read<ListPosition>(query.cursor, scope);
    const page = await this.directory.page(wish, { sort, position, limit, facets: query.facets });
    return {
      items: page.items.map(toItem),
      nextCursor: page.next ? this.cursors.seal(page.next, scope) : null,
      ...(page.corrected !== null && { corrected: page.corrected }),
      ...(query.facets && {
        facets: page.facets.map(({ field, values }) => ({ field, values: [...values] })),
      }),
      ...(query.total && { total: page.total.count, totalCapped: page.total.capped }),
    };
  }

  /** Names that begin with what has been typed so far: in any script, by initial consonants, romanized. */
  @Get('suggestions')
  @RequirePermission('directory.read')
  @ApiOperation({ operationId: 'suggestDirectory' })
  @ApiOkResponse({ type: SuggestionsResponse })
  async suggest(@Query() { q }: SuggestDirectoryQuery): Promise<SuggestionsResponse> {
    return { items: (await this.directory.suggestions(q)).map(toItem) };
  }

  /** Where the results of a search are. */
  @Get('map')
  @RequirePermission('directory.read')
  @ApiOperation({ operationId: 'mapDirectory' })
  @ApiOkResponse({ type: MapResponse })
  async map(@Query() query: DirectoryFilterQuery): Promise<MapResponse> {
    const points = await this.directory.points({
      q: query.q,
      filters: await this.areas.narrowed(filtersOf(query), areaOf(query)),
    });
    return { points: points.map((point) => ({ ...point, kind: point.kind as MapPointResponse['kind'] })) };
  }
}

function toItem(item: DirectoryItem): DirectoryItemResponse {
  return {
    ...item,
    themes: [...item.themes],
    languages: [...item.languages],
    matched: [...item.matched],
    recommendedBy: [...item.recommendedBy],
  };
}
