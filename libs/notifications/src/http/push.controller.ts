import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { PushDevices } from '../app/push-devices.js';
import { AddPushDeviceDto, PushResponse, toPushResponse } from './push.dto.js';

@ApiTags('notices')
@Controller('api/v1/account/push')
export class PushController {
  constructor(private readonly devices: PushDevices) {}

  /** In which browsers you are told, and what a browser needs to become one of them. */
  @Get()
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'readPush' })
  @ApiOkResponse({ type: PushResponse })
  async read(@CurrentActor() actor: Actor): Promise<PushResponse> {
    return toPushResponse(await this.devices.own(actor));
  }

  /** Adds the browser you sit at, for as long as you are signed in there. Doing it twice changes nothing. */
  @Post('devices')
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'addPushDevice' })
  @ApiCreatedResponse({ type: PushResponse })
  @ProblemResponses([409, 'push/unavailable'], [422, 'push/unknown-service'])
  async add(@CurrentActor() actor: Actor, @Body() device: AddPushDeviceDto): Promise<PushResponse> {
    await this.devices.add(actor, device);
    return this.read(actor);
  }

  /** Nothing more is pushed to this browser. */
  @Post('devices/:id/remove')
  @HttpCode(200)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'removePushDevice' })
  @ApiOkResponse({ type: PushResponse })
  @ProblemResponses(404)
  async remove(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<PushResponse> {
    await this.devices.remove(actor, id);
    return this.read(actor);
  }
}
