import { Controller, Get, Injectable, Param, type PipeTransform } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, NotFound } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { ProposalsReader } from '../app/proposals.reader.js';
import { ProposalVersionResponse, ProposalVersionsResponse, toVersionResponse } from './proposal.dto.js';

/** The number of a version in a path; what is none cannot exist (404). */
@Injectable()
export class VersionNumberParam implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,5}$/.test(value)) throw new NotFound();
    return Number(value);
  }
}

@ApiTags('proposals')
@Controller('api/v1/proposals/:id/versions')
export class ProposalVersionsController {
  constructor(private readonly proposals: ProposalsReader) {}

  /** What was handed in, oldest first; there are few, so they come in one page. */
  @Get()
  @RequirePermission('proposal.read')
  @ApiOperation({ operationId: 'listProposalVersions' })
  @ApiOkResponse({ type: ProposalVersionsResponse })
  @ProblemResponses(404)
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<ProposalVersionsResponse> {
    const versions = await this.proposals.versions(actor, id);
    return { items: versions.map(toVersionResponse), nextCursor: null };
  }

  /** One frozen version with its content. */
  @Get(':number')
  @RequirePermission('proposal.read')
  @ApiOperation({ operationId: 'readProposalVersion' })
  @ApiOkResponse({ type: ProposalVersionResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('number', VersionNumberParam) number: number,
  ): Promise<ProposalVersionResponse> {
    return toVersionResponse(await this.proposals.version(actor, id, number));
  }
}
