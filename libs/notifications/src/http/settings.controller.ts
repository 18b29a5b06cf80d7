import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IfMatch, ProblemResponses } from '#libs/platform/http';
import { ChooseSettings } from '../app/choose-settings.js';
import { SettingsReader } from '../app/settings.reader.js';
import { ChooseNotificationsDto, NotificationSettingsResponse, toSettingsResponse } from './settings.dto.js';

@ApiTags('notices')
@Controller('api/v1/account/notification-settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsReader,
    private readonly choose: ChooseSettings,
  ) {}

  /** What you want to be told, by which channel and when. */
  @Get()
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'readNotificationSettings' })
  @ApiOkResponse({ type: NotificationSettingsResponse })
  async read(@CurrentActor() { personId }: Actor): Promise<NotificationSettingsResponse> {
    return toSettingsResponse(await this.settings.own(personId));
  }

  /** Says so anew. Mail about the account itself cannot be switched off. */
  @Put()
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'chooseNotificationSettings' })
  @ApiOkResponse({ type: NotificationSettingsResponse })
  async write(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() { quiet, ...choice }: ChooseNotificationsDto,
  ): Promise<NotificationSettingsResponse> {
    await this.choose.execute(actor, version, { ...choice, quiet: quiet ?? null });
    return this.read(actor);
  }

  /** Says that your address is right: mail goes out to it again. */
  @Post('resume-mail')
  @HttpCode(200)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'resumeMail' })
  @ApiOkResponse({ type: NotificationSettingsResponse })
  @ProblemResponses(404)
  async resume(@CurrentActor() actor: Actor): Promise<NotificationSettingsResponse> {
    await this.choose.resumeMail(actor);
    return this.read(actor);
  }
}
