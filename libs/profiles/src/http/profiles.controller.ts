import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { ConfirmFacts } from '../app/confirm-facts.js';
import { EditProfile } from '../app/edit-profile.js';
import { EntryDetails } from '../app/entry-details.js';
import { ProfilesReader } from '../app/profiles.reader.js';
import { SaveProfile } from '../app/save-profile.js';
import { TranslateProfile } from '../app/translate-profile.js';
import type { Profile } from '../domain/profile.js';
import { ReaderLanguageQuery } from './localized-text.dto.js';
import {
  EditProfileDto,
  ProfileResponse,
  SaveProfileDto,
  toProfileResponse,
  TranslateProfileDto,
} from './profile.dto.js';

@ApiTags('profiles')
@Controller('api/v1/organizations/:id/profile')
export class ProfilesController {
  constructor(
    private readonly profiles: ProfilesReader,
    private readonly details: EntryDetails,
    private readonly saveProfile: SaveProfile,
    private readonly editProfile: EditProfile,
    private readonly translateProfile: TranslateProfile,
    private readonly confirmFacts: ConfirmFacts,
  ) {}

  /** What an organization says of itself; its texts for the reader, and in all their languages. */
  @Get()
  @RequirePermission('profile.read')
  @ApiOperation({ operationId: 'readProfile' })
  @ApiOkResponse({ type: ProfileResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() { language }: ReaderLanguageQuery,
  ): Promise<ProfileResponse> {
    return this.answer(actor, await this.profiles.one(actor, id), language);
  }

  /** Writes the whole profile of your organization; If-Match is needed once there is one. */
  @Put()
  @RequirePermission('profile.update')
  @ApiOperation({ operationId: 'saveProfile' })
  @ApiOkResponse({ type: ProfileResponse })
  @ProblemResponses(404, 412, [422, 'taxonomy/unknown-code'], [428, 'request/if-match-required'])
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() input: SaveProfileDto,
  ): Promise<ProfileResponse> {
    return this.answer(actor, await this.saveProfile.execute(actor, id, input, version));
  }

  /** Replaces the sent fields of your organization's profile; null clears one. Translations of a changed text are outdated. */
  @Patch()
  @RequirePermission('profile.update')
  @ApiOperation({ operationId: 'editProfile' })
  @ApiOkResponse({ type: ProfileResponse })
  @ProblemResponses(404, [422, 'taxonomy/unknown-code', 'profile/fees-reversed'])
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() changes: EditProfileDto,
  ): Promise<ProfileResponse> {
    return this.answer(actor, await this.editProfile.execute(actor, id, changes, version));
  }

  /** Writes the texts of your organization's profile in another language. */
  @Put('translation')
  @RequirePermission('profile.update')
  @ApiOperation({ operationId: 'translateProfile' })
  @ApiOkResponse({ type: ProfileResponse })
  @ProblemResponses(404, [409, 'profile/nothing-to-translate'])
  async translate(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() input: TranslateProfileDto,
  ): Promise<ProfileResponse> {
    return this.answer(actor, await this.translateProfile.execute(actor, id, input, version));
  }

  /** "Still right": what the profile says was looked at today. */
  @Post('confirm')
  @HttpCode(200)
  @RequirePermission('profile.update')
  @ApiOperation({ operationId: 'confirmProfile' })
  @ApiOkResponse({ type: ProfileResponse })
  @ProblemResponses(404)
  async confirm(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ProfileResponse> {
    return this.answer(actor, await this.confirmFacts.profile(actor, id));
  }

  private async answer(actor: Actor, profile: Profile, language?: string): Promise<ProfileResponse> {
    return toProfileResponse(actor, profile, await this.details.ownerOf(actor, profile), language);
  }
}
