import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { EditProfile } from '../app/edit-profile.js';
import { ProfilesReader } from '../app/profiles.reader.js';
import { SaveProfile } from '../app/save-profile.js';
import { EditProfileDto, ProfileResponse, SaveProfileDto, toProfileResponse } from './profile.dto.js';

@ApiTags('profiles')
@Controller('api/v1/organizations/:id/profile')
export class ProfilesController {
  constructor(
    private readonly profiles: ProfilesReader,
    private readonly saveProfile: SaveProfile,
    private readonly editProfile: EditProfile,
  ) {}

  /** What an organization says of itself. */
  @Get()
  @RequirePermission('profile.read')
  @ApiOperation({ operationId: 'readProfile' })
  @ApiOkResponse({ type: ProfileResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ProfileResponse> {
    return toProfileResponse(actor, await this.profiles.one(actor, id));
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
    return toProfileResponse(actor, await this.saveProfile.execute(actor, id, input, version));
  }

  /** Replaces the sent fields of your organization's profile; null clears one. */
  @Patch()
  @RequirePermission('profile.update')
  @ApiOperation({ operationId: 'editProfile' })
  @ApiOkResponse({ type: ProfileResponse })
  @ProblemResponses(404, [422, 'taxonomy/unknown-code'])
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() changes: EditProfileDto,
  ): Promise<ProfileResponse> {
    return toProfileResponse(actor, await this.editProfile.execute(actor, id, changes, version));
  }
}
