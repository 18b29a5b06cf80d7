import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { AddEntry } from '../app/add-entry.js';
import { EntryDetails } from '../app/entry-details.js';
import { ProfilesReader } from '../app/profiles.reader.js';
import { AddEntryDto, ProfileEntryListResponse, ProfileEntryResponse, toEntryResponse } from './entry.dto.js';
import { ReaderLanguageQuery } from './localized-text.dto.js';

@ApiTags('profiles')
@Controller('api/v1/organizations/:id/profile/entries')
export class ProfileEntriesController {
  constructor(
    private readonly profiles: ProfilesReader,
    private readonly details: EntryDetails,
    private readonly addEntry: AddEntry,
  ) {}

  /** Offers, wishes, events, certificates and all else that a profile holds one by one. A whole profile is one page. */
  @Get()
  @RequirePermission('profile.read')
  @ApiOperation({ operationId: 'listProfileEntries' })
  @ApiOkResponse({ type: ProfileEntryListResponse })
  @ProblemResponses(404)
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() { language }: ReaderLanguageQuery,
  ): Promise<ProfileEntryListResponse> {
    const entries = await this.details.describe(actor, await this.profiles.entriesOf(actor, id));
    return { items: entries.map((entry) => toEntryResponse(actor, entry, language)), nextCursor: null };
  }

  /** Adds an entry to your organization's profile, as the last of its kind. */
  @Post()
  @RequirePermission('profile.update')
  @ApiOperation({ operationId: 'addProfileEntry' })
  @ApiCreatedResponse({ type: ProfileEntryResponse })
  @ProblemResponses(
    404,
    [409, 'profile/too-many-entries'],
    [422, 'taxonomy/unknown-code', 'profile/kind-not-asked', 'profile/field-not-asked', 'file/unusable'],
  )
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: AddEntryDto,
  ): Promise<ProfileEntryResponse> {
    const entry = await this.addEntry.execute(actor, id, input);
    return toEntryResponse(actor, await this.details.describeOne(actor, entry), undefined);
  }
}
