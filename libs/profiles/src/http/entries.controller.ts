import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ConfirmFacts } from '../app/confirm-facts.js';
import { EditEntry } from '../app/edit-entry.js';
import { EntryDetails } from '../app/entry-details.js';
import { MoveEntry } from '../app/move-entry.js';
import { RemoveEntry } from '../app/remove-entry.js';
import { TranslateEntry } from '../app/translate-entry.js';
import type { Entry } from '../domain/entry.js';
import {
  EditEntryDto,
  MoveEntryDto,
  ProfileEntryListResponse,
  ProfileEntryResponse,
  toEntryResponse,
  TranslateEntryDto,
} from './entry.dto.js';

@ApiTags('profiles')
@Controller('api/v1/profile-entries')
export class EntriesController {
  constructor(
    private readonly details: EntryDetails,
    private readonly editEntry: EditEntry,
    private readonly translateEntry: TranslateEntry,
    private readonly moveEntry: MoveEntry,
    private readonly removeEntry: RemoveEntry,
    private readonly confirmFacts: ConfirmFacts,
  ) {}

  /** Replaces the sent fields of an entry; null clears one. Translations of a changed text are outdated. */
  @Patch(':id')
  @RequirePermission('profile.update')
  @ApiOperation({ operationId: 'editProfileEntry' })
  @ApiOkResponse({ type: ProfileEntryResponse })
  @ProblemResponses(404, [422, 'taxonomy/unknown-code', 'profile/field-not-asked', 'file/unusable'])
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() changes: EditEntryDto,
  ): Promise<ProfileEntryResponse> {
    return this.answer(actor, await this.editEntry.execute(actor, id, changes, version));
  }

  /** Writes an entry's texts in another language. */
  @Put(':id/translation')
  @RequirePermission('profile.update')
  @ApiOperation({ operationId: 'translateProfileEntry' })
  @ApiOkResponse({ type: ProfileEntryResponse })
  @ProblemResponses(404, [409, 'profile/nothing-to-translate'])
  async translate(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() input: TranslateEntryDto,
  ): Promise<ProfileEntryResponse> {
    return this.answer(actor, await this.translateEntry.execute(actor, id, input, version));
  }

  /** "Still right": the entry was looked at today. */
  @Post(':id/confirm')
  @HttpCode(200)
  @RequirePermission('profile.update')
  @ApiOperation({ operationId: 'confirmProfileEntry' })
  @ApiOkResponse({ type: ProfileEntryResponse })
  @ProblemResponses(404)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<ProfileEntryResponse> {
    return this.answer(actor, await this.confirmFacts.entry(actor, id));
  }

  /** Puts an entry at another place among those of its kind; answers them all in their new order. */
  @Post(':id/move')
  @HttpCode(200)
  @RequirePermission('profile.update')
  @ApiOperation({ operationId: 'moveProfileEntry' })
  @ApiOkResponse({ type: ProfileEntryListResponse })
  @ProblemResponses(404)
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { position }: MoveEntryDto,
  ): Promise<ProfileEntryListResponse> {
    const entries = await this.details.describe(actor, await this.moveEntry.execute(actor, id, position));
    return { items: entries.map((entry) => toEntryResponse(actor, entry, undefined)), nextCursor: null };
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('profile.update')
  @ApiOperation({ operationId: 'removeProfileEntry' })
  @ApiNoContentResponse()
  @ProblemResponses(404)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.removeEntry.execute(actor, id, version);
  }

  private async answer(actor: Actor, entry: Entry): Promise<ProfileEntryResponse> {
    return toEntryResponse(actor, await this.details.describeOne(actor, entry), undefined);
  }
}
