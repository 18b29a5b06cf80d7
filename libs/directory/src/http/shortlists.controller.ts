import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, saidOrNull } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { KeepShortlist } from '../app/keep-shortlist.js';
import { ShortlistsReader } from '../app/shortlists.reader.js';
import {
  CreateShortlistDto,
  PutShortlistEntryDto,
  ShortlistListResponse,
  ShortlistResponse,
  toShortlist,
  UpdateShortlistDto,
} from './kept.dto.js';

@ApiTags('directory')
@Controller('api/v1/shortlists')
export class ShortlistsController {
  constructor(
    private readonly shortlists: ShortlistsReader,
    private readonly keepShortlist: KeepShortlist,
  ) {}

  /** Begins a list that everybody of your organization shares. */
  @Post()
  @RequirePermission('shortlist.create')
  @ApiOperation({ operationId: 'createShortlist' })
  @ApiCreatedResponse({ type: ShortlistResponse })
  @ProblemResponses([409, 'shortlist/too-many'])
  async create(
    @CurrentActor() actor: Actor,
    @Body() { name, note }: CreateShortlistDto,
  ): Promise<ShortlistResponse> {
    const id = await this.keepShortlist.create(actor, { name, note: saidOrNull(note ?? null) });
    return this.read(actor, id);
  }

  /** The lists of your organization, in one page. */
  @Get()
  @RequirePermission('shortlist.read')
  @ApiOperation({ operationId: 'listShortlists' })
  @ApiOkResponse({ type: ShortlistListResponse })
  async list(@CurrentActor() actor: Actor): Promise<ShortlistListResponse> {
    return { items: (await this.shortlists.list(actor)).map(toShortlist), nextCursor: null };
  }

  /** One list of your organization. */
  @Get(':id')
  @RequirePermission('shortlist.read')
  @ApiOperation({ operationId: 'readShortlist' })
  @ApiOkResponse({ type: ShortlistResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ShortlistResponse> {
    return toShortlist(await this.shortlists.one(actor, id));
  }

  /** Replaces the sent fields. */
  @Patch(':id')
  @RequirePermission('shortlist.update')
  @ApiOperation({ operationId: 'updateShortlist' })
  @ApiOkResponse({ type: ShortlistResponse })
  @ProblemResponses(404)
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() { name, note }: UpdateShortlistDto,
  ): Promise<ShortlistResponse> {
    const changes = {
      ...(name !== undefined && { name }),
      ...(note !== undefined && { note: saidOrNull(note) }),
    };
    await this.keepShortlist.change(actor, id, version, changes);
    return this.read(actor, id);
  }

  /** Ends a list. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('shortlist.update')
  @ApiOperation({ operationId: 'deleteShortlist' })
  @ApiNoContentResponse()
  @ProblemResponses(404)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.keepShortlist.remove(actor, id, version);
  }

  /** Puts an organization on the list, or gives it another note. */
  @Put(':id/entries/:organizationId')
  @RequirePermission('shortlist.update')
  @ApiOperation({ operationId: 'putShortlistEntry' })
  @ApiOkResponse({ type: ShortlistResponse })
  @ProblemResponses(404, [409, 'shortlist-entry/too-many'])
  async putEntry(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('organizationId', IdParam) organizationId: string,
    @IfMatch() version: number,
    @Body() { note }: PutShortlistEntryDto,
  ): Promise<ShortlistResponse> {
    await this.keepShortlist.putEntry(actor, id, version, { organizationId, note: saidOrNull(note ?? null) });
    return this.read(actor, id);
  }

  /** Takes an organization off the list. */
  @Delete(':id/entries/:organizationId')
  @RequirePermission('shortlist.update')
  @ApiOperation({ operationId: 'removeShortlistEntry' })
  @ApiOkResponse({ type: ShortlistResponse })
  @ProblemResponses(404)
  async removeEntry(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('organizationId', IdParam) organizationId: string,
    @IfMatch() version: number,
  ): Promise<ShortlistResponse> {
    await this.keepShortlist.removeEntry(actor, id, version, organizationId);
    return this.read(actor, id);
  }
}
