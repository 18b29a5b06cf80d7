import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IfMatch, ProblemResponses } from '#libs/platform/http';
import { ConfirmParticipation } from '../app/confirm-participation.js';
import { ParticipationReader } from '../app/participation.reader.js';
import { ParticipationResponse, toParticipation } from './participation.dto.js';

/** Of the acting organization. */
@ApiTags('memberships')
@Controller('api/v1/participation')
export class ParticipationController {
  constructor(
    private readonly confirmParticipation: ConfirmParticipation,
    private readonly participation: ParticipationReader,
  ) {}

  /** When the acting organization last confirmed that it takes part; 404 where nothing has to be confirmed. */
  @Get()
  @RequirePermission('membership.read')
  @ApiOperation({ operationId: 'readParticipation' })
  @ApiOkResponse({ type: ParticipationResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor): Promise<ParticipationResponse> {
    return toParticipation(await this.participation.own(actor));
  }

  /** Confirms for another year; an organization that was hidden for want of it is active again. */
  @Post('confirm')
  @HttpCode(200)
  @RequirePermission('membership.apply')
  @ApiOperation({ operationId: 'confirmParticipation' })
  @ApiOkResponse({ type: ParticipationResponse })
  @ProblemResponses(404)
  async confirm(
    @CurrentActor() actor: Actor,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ParticipationResponse> {
    return toParticipation(await this.confirmParticipation.execute(actor, version));
  }
}
