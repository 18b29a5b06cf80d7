import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { CompareVersions } from '../app/compare/compare-versions.js';
import { VersionComparisonQuery, VersionComparisonResponse } from './proposal-paper.dto.js';

@ApiTags('proposals')
@Controller('api/v1/proposals/:id/version-comparison')
export class ProposalComparisonController {
  constructor(private readonly compareVersions: CompareVersions) {}

  /** Two frozen versions field by field and word by word; what a word is follows the language of the proposal. */
  @Get()
  @RequirePermission('proposal.read')
  @ApiOperation({ operationId: 'compareProposalVersions' })
  @ApiOkResponse({ type: VersionComparisonResponse })
  @ProblemResponses(404)
  async compare(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() query: VersionComparisonQuery,
  ): Promise<VersionComparisonResponse> {
    const { fields, ...rest } = await this.compareVersions.execute(actor, id, query);
    return { ...rest, fields: fields.map((field) => ({ ...field, pieces: [...field.pieces] })) };
  }
}
