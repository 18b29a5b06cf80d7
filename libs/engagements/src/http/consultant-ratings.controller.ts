import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '#libs/platform/auth';
import { IdParam } from '#libs/platform/http';
import { EngagementsReader } from '../app/engagements.reader.js';
import { ConsultantRatingsResponse } from './rating.dto.js';

@ApiTags('engagements')
@Controller('api/v1/organizations/:id/consultant-ratings')
export class ConsultantRatingsController {
  constructor(private readonly engagements: EngagementsReader) {}

  /** What the closed engagements of a consultant come to; all zero for whoever had none, or is none. */
  @Get()
  @RequirePermission('organization.read')
  @ApiOperation({ operationId: 'readConsultantRatings' })
  @ApiOkResponse({ type: ConsultantRatingsResponse })
  async read(@Param('id', IdParam) id: string): Promise<ConsultantRatingsResponse> {
    return this.engagements.reputation(id);
  }
}
