import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { DuplicatesReader } from '../app/duplicates.reader.js';
import { MergeOrganizations } from '../app/merge-organizations.js';
import {
  DuplicateOrganizationPageResponse,
  MergeOrganizationDto,
  MergeReportResponse,
  toDuplicateResponse,
  toMergeReportResponse,
} from './merger.dto.js';

/** Two entries of one organization become one; for the secretariat. */
@ApiTags('organizations')
@Controller('api/v1/organizations/:id')
export class MergersController {
  constructor(
    private readonly duplicates: DuplicatesReader,
    private readonly mergeOrganizations: MergeOrganizations,
  ) {}

  /** What may be another entry of an organization, surest first, at most twenty findings. */
  @Get('duplicates')
  @RequirePermission('organization.merge')
  @ApiOperation({ operationId: 'listOrganizationDuplicates' })
  @ApiOkResponse({ type: DuplicateOrganizationPageResponse })
  @ProblemResponses(404)
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<DuplicateOrganizationPageResponse> {
    return { items: (await this.duplicates.of(actor, id)).map(toDuplicateResponse), nextCursor: null };
  }

  /**
   * Makes this organization part of another: its people, records and names go over, it closes, and its id and slug
   * lead to the other. There is no way back; a dry run says what would happen.
   */
  @Post('merge')
  @HttpCode(200)
  @RequirePermission('organization.merge')
  @ApiOperation({ operationId: 'mergeOrganization' })
  @ApiOkResponse({ type: MergeReportResponse })
  @ProblemResponses(
    404,
    [409, 'organization/merged-already', 'organization/merge-obstructed'],
    [422, 'organization/no-merge-target'],
  )
  async merge(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { intoId, reason, dryRun }: MergeOrganizationDto,
  ): Promise<MergeReportResponse> {
    const order = { intoId: intoId.toLowerCase(), reason, dryRun };
    return toMergeReportResponse(await this.mergeOrganizations.execute(actor, id, order));
  }
}
