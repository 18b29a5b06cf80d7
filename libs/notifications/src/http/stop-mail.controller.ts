import { Body, Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '#libs/platform/auth';
import { ProblemResponses } from '#libs/platform/http';
import { ChooseSettings } from '../app/choose-settings.js';
import { SettingsReader } from '../app/settings.reader.js';
import { StopLinks, type StopScope, wantsMail } from '../app/stop-links.js';
import { StopMailDto, StopMailResponse } from './settings.dto.js';

/** Stops mail by the link in it, without signing in: the link is the proof. */
@ApiTags('notices')
@Public()
@Controller('api/v1/stopped-mail')
export class StopMailController {
  constructor(
    private readonly links: StopLinks,
    private readonly settings: SettingsReader,
    private readonly choose: ChooseSettings,
  ) {}

  /** What a link stops; changes nothing. */
  @Post('look')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readStopLink' })
  @ApiOkResponse({ type: StopMailResponse })
  @ProblemResponses(404)
  async look(@Body() { token }: StopMailDto): Promise<StopMailResponse> {
    const { personId, scope } = this.links.read(token);
    return this.outcome(personId, scope);
  }

  /** Stops it; doing it twice changes nothing. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'stopMail' })
  @ApiOkResponse({ type: StopMailResponse })
  @ProblemResponses(404)
  async stop(@Req() request: FastifyRequest, @Body() { token }: StopMailDto): Promise<StopMailResponse> {
    const { personId, scope } = this.links.read(token);
    await this.choose.stopMail(request.id, personId, scope);
    return this.outcome(personId, scope);
  }

  private async outcome(personId: string, scope: StopScope): Promise<StopMailResponse> {
    const settings = await this.settings.own(personId);
    return { scope, stopped: !wantsMail(settings, scope) };
  }
}

/** The same from within a mail program (RFC 8058): a POST to the address that is a page when it is opened. */
@ApiExcludeController()
@Public()
@Controller('unsubscribe')
export class OneClickStopController {
  constructor(
    private readonly links: StopLinks,
    private readonly choose: ChooseSettings,
  ) {}

  @Post()
  @HttpCode(200)
  async stop(@Req() request: FastifyRequest, @Query('token') token: unknown): Promise<void> {
    const { personId, scope } = this.links.read(String(token));
    await this.choose.stopMail(request.id, personId, scope);
  }
}
