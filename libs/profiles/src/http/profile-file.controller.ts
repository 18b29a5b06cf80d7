import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { ProfilesReader } from '../app/profiles.reader.js';
import { profileTable } from '../domain/profile-table.js';

@ApiTags('profiles')
@Controller('api/v1/organizations/:id/profile.csv')
export class ProfileFileController {
  constructor(private readonly profiles: ProfilesReader) {}

  /** The whole profile of an organization as CSV, UTF-8: its facts, its entries, each text in all its languages. */
  @Get()
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="profile.csv"')
  @RequirePermission('profile.read')
  @ApiOperation({ operationId: 'exportProfile' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ProblemResponses(404)
  async csv(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<string> {
    const profile = await this.profiles.one(actor, id);
    return profileTable(profile, await this.profiles.entriesOf(actor, id));
  }
}
